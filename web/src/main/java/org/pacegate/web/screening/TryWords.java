package org.pacegate.web.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.service.screening.TryVersion;
import org.pacegate.web.shared.Translations;

/** What the panel says of versions and fired rules. */
@Named
@RequestScoped
public class TryWords {

  @Inject private Translations words;

  /** A version in words. */
  public String name(TryVersion version) {
    String set = say("ruleset." + version.ruleSet());
    String name =
        version.number() == null
            ? say("try.shipped", set, version.version())
            : say("try.own", set, version.version(), version.number());
    return version.inUse() ? name + " (" + say("try.inUse") + ")" : name;
  }

  /** The answers a rule used, in order. */
  public List<Map.Entry<String, String>> inputs(FiredRule fired) {
    return List.copyOf(fired.inputs().entrySet());
  }

  /** The link ids a rule took as yes. */
  public List<String> assumed(FiredRule fired) {
    return List.copyOf(fired.assumed());
  }

  private String say(String key, Object... facts) {
    return words.say("screening", key, facts);
  }
}

package org.pacegate.web.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.service.screening.FlagView;
import org.pacegate.web.shared.LanguageView;

/** A fired rule in words: its inputs, and how well its source is read. */
@Named
@RequestScoped
public class FlagWords {

  private static final Pattern SOURCE = Pattern.compile("\\[(.*?)] (.*)", Pattern.DOTALL);

  @Inject private LanguageView language;

  /** Whether it can be confirmed. */
  public boolean isOpen(FlagView flag) {
    return !Faces.isRenderResponse() || flag.state() == FlagState.OPEN;
  }

  /** The inputs as a list, in order. */
  public List<Map.Entry<String, String>> inputs(FlagView flag) {
    return List.copyOf(flag.inputs().entrySet());
  }

  /** The work the rule comes from. */
  public String reference(FlagView flag) {
    Matcher source = SOURCE.matcher(flag.source());
    return source.matches() ? source.group(2) : flag.source();
  }

  /** The evidence tags in words: how the source was read, and what is a proposal. */
  public String evidence(FlagView flag) {
    Matcher source = SOURCE.matcher(flag.source());
    ScreeningWords words = ScreeningWords.in(language.getLocale());
    return source.matches()
        ? Arrays.stream(source.group(1).split(","))
            .map(tag -> words.say("evidence." + tag.charAt(0), tag))
            .distinct()
            .collect(Collectors.joining("; "))
        : "";
  }

  /** Whether its decision is on the page; a press of a button that was there is always answered. */
  public boolean isUndecided(FlagView flag) {
    return !Faces.isRenderResponse()
        || (flag.urgency().keepsGateShut() && flag.state() != FlagState.CLEARED);
  }
}

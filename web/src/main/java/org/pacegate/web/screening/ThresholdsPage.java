package org.pacegate.web.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.omnifaces.util.Faces;
import org.pacegate.domain.screening.Parameter;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.screening.DraftThresholds;
import org.pacegate.service.screening.ThresholdBook;
import org.pacegate.service.screening.ThresholdBook.SetOfThresholds;
import org.pacegate.service.screening.ThresholdLine;
import org.pacegate.service.screening.Thresholds;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.SubmissionKey;
import org.pacegate.web.shared.Translations;

/** The clinic's thresholds: what holds today, a form for other values, and all versions (R1.73). */
@Named
@RequestScoped
public class ThresholdsPage {

  @Inject private Thresholds thresholds;
  @Inject private Refusals refusals;
  @Inject private Translations words;
  @Inject private SubmissionKey key;

  private final String asked = Faces.getRequestParameter("set");
  private final Map<String, String> typed = new HashMap<>();
  private ThresholdBook book;
  private String reason;

  private ThresholdBook book() {
    if (book == null) {
      book = thresholds.book();
    }
    return book;
  }

  public List<SetOfThresholds> getSets() {
    return book().sets();
  }

  /** Names a set in the address. */
  public String name(SetOfThresholds set) {
    return set.ruleSet() + "-" + set.version();
  }

  /** The set asked for, else the first. */
  public SetOfThresholds getChosen() {
    return getSets().stream()
        .filter(each -> name(each).equals(asked))
        .findFirst()
        .orElseGet(() -> getSets().get(0));
  }

  /** The versions of the chosen set, newest first. */
  public List<ThresholdLine> getLines() {
    return book().lines().stream()
        .filter(each -> each.ruleSet().equals(getChosen().ruleSet()))
        .filter(each -> each.ruleSetVersion() == getChosen().version())
        .toList();
  }

  public String draft() {
    try {
      SetOfThresholds set = getChosen();
      long id =
          thresholds.draft(
              new DraftThresholds(
                  set.ruleSet(), set.version(), values(set), reason, key.getValue()));
      refusals.news(words.say("screening", "thresholds.drafted"));
      return "/screening/threshold?faces-redirect=true&version=" + id;
    } catch (DomainRefusal refused) {
      refusals.show("screening", refused);
      return null;
    }
  }

  private Map<String, Integer> values(SetOfThresholds set) {
    Map<String, Integer> values = new HashMap<>();
    for (Parameter each : set.shipped()) {
      String text = typed.getOrDefault(each.name(), "");
      if (text == null || !text.strip().matches("\\d{1,4}")) {
        throw new InvalidValue(each.name(), "wholeNumber");
      }
      values.put(each.name(), Integer.valueOf(text.strip()));
    }
    return values;
  }

  /** The values being typed, by parameter; at first what holds today. */
  public Map<String, String> getTyped() {
    if (typed.isEmpty()) {
      getChosen().values().forEach((name, value) -> typed.put(name, Integer.toString(value)));
    }
    return typed;
  }

  /** The shipped value and the bounds of a parameter. */
  public String hint(Parameter parameter) {
    return words.say(
        "screening", "thresholds.hint", parameter.value(), parameter.min(), parameter.max());
  }

  /** The values of a version that leave the shipped ones, in order. */
  public List<Map.Entry<String, Integer>> values(ThresholdLine line) {
    return List.copyOf(new TreeMap<>(line.values()).entrySet());
  }

  /** The id of a parameter's field. */
  public String field(Parameter parameter) {
    return parameter.name().replace('.', '_');
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}

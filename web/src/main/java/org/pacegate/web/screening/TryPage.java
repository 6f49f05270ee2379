package org.pacegate.web.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.pacegate.domain.screening.AnswerKind;
import org.pacegate.domain.screening.Outcome;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Section;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.screening.Tried;
import org.pacegate.service.screening.TryAnswers;
import org.pacegate.service.screening.TryTyped;
import org.pacegate.service.screening.TryVersion;
import org.pacegate.service.screening.UnreadableAnswers;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.web.shared.MissingRecord;
import org.pacegate.web.shared.Refusals;

/** Answers tried on a version of the rules; they live as long as the request (R1.76 to R1.78). */
@Named
@RequestScoped
public class TryPage {

  private static final String NONE = "NONE";
  private static final String UNSURE = "UNSURE";

  @Inject private TryAnswers panel;
  @Inject private Refusals refusals;

  private final String asked = Faces.getRequestParameter("on");
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Boolean> ticks = new HashMap<>();
  private List<TryVersion> versions;
  private RuleSet rules;
  private List<Tried> found = List.of();
  private String json;

  /** Shows the page, or says that there is no such version. */
  public void open() {
    try {
      getRules();
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    }
  }

  public List<TryVersion> getVersions() {
    if (versions == null) {
      versions = panel.versions();
    }
    return versions;
  }

  /** Names a version in the address. */
  public String name(TryVersion version) {
    return version.ruleSet()
        + "_"
        + version.version()
        + (version.thresholdId() == null ? "" : "_" + version.thresholdId());
  }

  /** The version asked for, else the first in use. */
  public TryVersion getChosen() {
    return getVersions().stream()
        .filter(each -> name(each).equals(asked))
        .findFirst()
        .orElseGet(
            () -> getVersions().stream().filter(TryVersion::inUse).findFirst().orElseThrow());
  }

  public RuleSet getRules() {
    if (rules == null) {
      TryVersion on = getChosen();
      rules = panel.rules(on.ruleSet(), on.version(), on.thresholdId()).orElseThrow();
    }
    return rules;
  }

  public List<Section> getSections() {
    return Arrays.stream(Section.values()).filter(section -> !in(section).isEmpty()).toList();
  }

  /** All questions and facts of a section, in order. */
  public List<Question> in(Section section) {
    return getRules().questions().stream()
        .filter(question -> question.section() == section)
        .toList();
  }

  /** Whether a question may apply to what was answered; what was sent is always taken. */
  public boolean applies(Question question) {
    return !Faces.isRenderResponse()
        || found.size() != 1
        || question.applies(found.get(0).answers()) != Outcome.NOT_MET;
  }

  /** The codes to choose from: the question's own, "none of these" and "not sure". */
  public List<String> codes(Question question) {
    return switch (question.kind()) {
      case YES_NO -> List.of("YES", "NO", UNSURE);
      case CHOICES -> Stream.concat(question.choices().stream(), Stream.of(NONE, UNSURE)).toList();
      default -> Stream.concat(question.choices().stream(), Stream.of(UNSURE)).toList();
    };
  }

  public void evaluate() {
    TryVersion on = getChosen();
    act(
        () ->
            List.of(
                panel.evaluate(
                    new TryTyped(on.ruleSet(), on.version(), on.thresholdId(), answers()))));
  }

  public void evaluateFile() {
    act(() -> panel.evaluateFile(Objects.toString(json, "")));
  }

  private void act(Supplier<List<Tried>> evaluation) {
    try {
      found = evaluation.get();
    } catch (UnreadableAnswers unreadable) {
      refusals.at("json", unreadable.problem());
    } catch (DomainRefusal refused) {
      refusals.show("screening", refused);
    }
  }

  private Map<String, String> answers() {
    Map<String, String> answers = new HashMap<>();
    for (Question question : getRules().questions()) {
      String answer =
          question.kind() == AnswerKind.CHOICES ? ticked(question) : text(question.linkId());
      if (answer != null) {
        answers.put(question.linkId(), answer);
      }
    }
    return answers;
  }

  private String text(String linkId) {
    String text = Objects.toString(texts.get(linkId), "").strip();
    return isTicked(linkId, UNSURE) ? UNSURE : text.isEmpty() ? null : text;
  }

  private String ticked(Question question) {
    List<String> codes =
        question.choices().stream().filter(code -> isTicked(question.linkId(), code)).toList();
    if (!codes.isEmpty()) {
      return codes.stream().collect(Collectors.joining(","));
    }
    return isTicked(question.linkId(), NONE)
        ? ","
        : isTicked(question.linkId(), UNSURE) ? UNSURE : null;
  }

  private boolean isTicked(String linkId, String code) {
    return Boolean.TRUE.equals(ticks.get(linkId + " " + code));
  }

  /** What the rules say, one for each object of a file. */
  public List<Tried> getFound() {
    return found;
  }

  /** Typed text and chosen codes, by question. */
  public Map<String, String> getTexts() {
    return texts;
  }

  /** Ticked codes, by question and code. */
  public Map<String, Boolean> getTicks() {
    return ticks;
  }

  public String getJson() {
    return json;
  }

  public void setJson(String json) {
    this.json = json;
  }
}

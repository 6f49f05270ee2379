package org.pacegate.web.diagnosis;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.screening.AnswerKind;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Section;
import org.pacegate.service.diagnosis.DiagnosisDesk;
import org.pacegate.service.screening.RuleSets;
import org.pacegate.service.screening.ScreeningView;
import org.pacegate.web.questionnaire.FormWords;
import org.pacegate.web.screening.AnswerWords;
import org.pacegate.web.shared.Translations;

/** The runner's answers as they were given, section by section, what worries first to see. */
@Named("intakePane")
@RequestScoped
public class IntakePane {

  private static final Set<String> WORRYING = Set.of("YES", "UNSURE");

  /** The answers of one part of the questionnaire. */
  public record Part(Section section, List<Line> lines) {}

  /**
   * One answer.
   *
   * @param style {@code YES} or {@code UNSURE} where it worries, else empty
   */
  public record Line(String question, String answer, String style) {}

  @Inject private RuleSets ruleSets;
  @Inject private Translations words;
  @Inject private AnswerWords answers;
  @Inject private FormWords forms;

  /** Every answered question, in asking order. */
  public List<Part> parts(DiagnosisDesk desk) {
    Map<Section, List<Line>> parts = new EnumMap<>(Section.class);
    questions(desk.screenings()).stream()
        .filter(question -> desk.answers().containsKey(question.linkId()))
        .forEach(
            question ->
                parts
                    .computeIfAbsent(question.section(), section -> new ArrayList<>())
                    .add(line(question, desk.answers().get(question.linkId()))));
    return parts.entrySet().stream().map(part -> new Part(part.getKey(), part.getValue())).toList();
  }

  private List<Question> questions(List<ScreeningView> screenings) {
    return screenings.stream()
        .findFirst()
        .flatMap(newest -> ruleSets.find(newest.ruleSet(), newest.ruleSetVersion()))
        .map(RuleSet::questions)
        .orElse(List.of());
  }

  private Line line(Question question, String answer) {
    boolean worries = question.kind() == AnswerKind.YES_NO && WORRYING.contains(answer);
    return new Line(
        answers.question(question.linkId()),
        answers.of(question.linkId(), answer),
        worries || "UNSURE".equals(answer) ? answer : "");
  }

  /** The surfaces that were named, in words. */
  public String surfaces(String codes) {
    if (codes == null) {
      return words.say("diagnosis", "unknown");
    }
    return Arrays.stream(codes.split(","))
        .map(String::strip)
        .map(code -> forms.option("running.surfaces", code).orElse(code))
        .collect(Collectors.joining(", "));
  }
}

package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.ConfirmAnswers;
import org.pacegate.service.intake.IntakeAnswers;
import org.pacegate.service.intake.RecordedAnswers;
import org.pacegate.service.intake.RecordedAnswers.Answer;
import org.pacegate.service.screening.RuleSets;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.web.shared.AddressNumber;
import org.pacegate.web.shared.MissingRecord;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.SignedInView;

/**
 * The answers of a submitted intake with who gave, corrected and confirmed each, on the page of the
 * intake and beside the diagnosis, where a professional confirms them (R4.194).
 */
@Named
@RequestScoped
public class RecordedPanel {

  private static final String OF_INTAKE = "/intake/intake.xhtml";
  private static final String ANSWER = "answer.";

  /**
   * The answers to one part of the questions.
   *
   * @param section whether the key names a section of the screening; else it names a step
   */
  public record Part(String key, boolean section, List<Answer> answers) {

    /** Whether something of it can be confirmed. */
    public boolean isOpen() {
      return answers.stream().anyMatch(each -> each.confirmed() == null);
    }
  }

  @Inject private IntakeAnswers service;
  @Inject private RuleSets ruleSets;
  @Inject private Refusals refusals;
  @Inject private SignedInView person;

  private RecordedAnswers ofPage;
  private List<Part> parts;

  /** What is on record of the page's intake; beside a diagnosis the desk has read it. */
  public RecordedAnswers getOfPage() {
    if (ofPage == null) {
      ofPage = service.of(AddressNumber.id("id"));
    }
    return ofPage;
  }

  private static boolean isOfIntake() {
    return OF_INTAKE.equals(Faces.getViewId());
  }

  /** Whether the person may confirm. */
  public boolean isConfirmable() {
    return person.isPhysician() || person.isTherapist();
  }

  /** What was asked to screen, in asking order; on the page of the intake the rest as well. */
  public List<Part> parts(RecordedAnswers answers) {
    if (parts == null) {
      parts = read(answers);
    }
    return parts;
  }

  private List<Part> read(RecordedAnswers answers) {
    Map<String, Answer> byField =
        answers.answers().stream()
            .collect(Collectors.toMap(Answer::field, each -> each, (a, b) -> a, TreeMap::new));
    List<Part> all = new ArrayList<>();
    questions(answers).stream()
        .map(Question::section)
        .distinct()
        .forEach(
            section ->
                all.add(
                    new Part(
                        section.name(),
                        true,
                        questions(answers).stream()
                            .filter(question -> question.section() == section)
                            .flatMap(
                                question ->
                                    Optional.ofNullable(byField.get(ANSWER + question.linkId()))
                                        .stream())
                            .toList())));
    if (isOfIntake()) {
      byField.keySet().removeIf(field -> field.startsWith(ANSWER));
      byField.values().stream()
          .collect(
              Collectors.groupingBy(
                  each -> IntakeStep.of(each.field()), TreeMap::new, Collectors.toList()))
          .forEach((step, some) -> all.add(new Part(step.name(), false, some)));
    }
    all.removeIf(part -> part.answers().isEmpty());
    return all;
  }

  private List<Question> questions(RecordedAnswers answers) {
    return ruleSets
        .find(answers.ruleSet(), answers.ruleSetVersion())
        .map(RuleSet::questions)
        .orElse(List.of());
  }

  /** Confirms everything of a part that is not confirmed yet. */
  public void confirmPart(RecordedAnswers of, Part part) {
    confirm(
        of,
        part.answers().stream()
            .filter(each -> each.confirmed() == null)
            .map(Answer::field)
            .toList());
  }

  public void confirmAnswer(RecordedAnswers of, Answer answer) {
    confirm(of, List.of(answer.field()));
  }

  private void confirm(RecordedAnswers of, List<String> fields) {
    try {
      service.confirm(
          new ConfirmAnswers(
              of.intakeId(), Set.copyOf(fields), (int) AddressNumber.id("corrections")));
      refusals.newsThere(
          "intake",
          "confirm.done",
          Faces.getRequestContextPath()
              + Faces.getViewId()
              + (isOfIntake()
                  ? "?id=" + AddressNumber.id("id")
                  : "?episode=" + AddressNumber.id("episode")));
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    } catch (DomainRefusal refused) {
      refusals.show("intake", refused);
    }
  }
}

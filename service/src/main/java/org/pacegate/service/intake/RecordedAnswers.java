package org.pacegate.service.intake;

import java.util.List;
import org.pacegate.service.questionnaire.OwnForm;

/**
 * The answers of a submitted intake as they stand today, each with where it comes from.
 *
 * @param corrections how many corrections it has: the version that a form was drawn at
 * @param ruleSet what asked the screening questions
 * @param ownForms whether an intake of its episode asked from the clinic's own forms
 * @param forms the clinic's own forms that some of the answers are to
 * @param answers by field, those without an answer left out
 * @param differences what doors answered differently
 */
public record RecordedAnswers(
    long intakeId,
    int corrections,
    String ruleSet,
    int ruleSetVersion,
    boolean ownForms,
    List<OwnForm> forms,
    List<Answer> answers,
    List<DoorDifference> differences) {

  public RecordedAnswers {
    forms = List.copyOf(forms);
    answers = List.copyOf(answers);
    differences = List.copyOf(differences);
  }

  /**
   * One answer.
   *
   * @param value as it stands, after the last correction
   * @param source where the answer was given that was submitted; null where there was none
   * @param number how many corrections it has
   * @param corrected the last one, or null
   * @param confirmed by whom it was confirmed as it stands, or null
   */
  public record Answer(
      String field,
      String value,
      EntrySource source,
      int number,
      StaffMark corrected,
      StaffMark confirmed) {}
}

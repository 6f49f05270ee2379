package org.pacegate.service.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.screening.Question;

/**
 * A part of an intake with the fields that it asks, in order.
 *
 * @param aside whether its answers are about another region and do not count
 */
record AskedPart(IntakeStep step, boolean aside, List<String> fields) {

  private static final List<String> PERSON =
      List.of(
          "person.familyName",
          "person.givenName",
          "person.birthDate",
          "person.sex",
          "person.phone",
          "person.email",
          "person.language");
  private static final List<String> COMPLAINT =
      List.of(
          "complaint.bodySite",
          "complaint.side",
          "complaint.words",
          "complaint.onsetDate",
          "complaint.onsetKind");
  private static final List<String> RUNNING =
      List.of(
          "running.kmPerWeek",
          "running.sessionsPerWeek",
          "running.longestRunKm",
          "running.ascent",
          "running.descent",
          "running.surfaces",
          "running.shoes",
          "running.shoeKm",
          "running.crossTraining");

  AskedPart {
    fields = List.copyOf(fields);
  }

  /**
   * Everything that an intake asked.
   *
   * @param again a known episode was screened again
   * @param questions those that applied, in order
   * @param setAside link ids of answers about another region
   */
  static List<AskedPart> all(boolean again, List<Question> questions, List<String> setAside) {
    List<AskedPart> parts = new ArrayList<>();
    if (!again) {
      parts.add(new AskedPart(IntakeStep.PERSON, false, PERSON));
      parts.add(new AskedPart(IntakeStep.COMPLAINT, false, COMPLAINT));
    }
    parts.add(
        new AskedPart(
            IntakeStep.SCREENING,
            false,
            answers(questions.stream().filter(each -> !each.calculated()).map(Question::linkId))));
    if (!setAside.isEmpty()) {
      parts.add(new AskedPart(IntakeStep.SCREENING, true, answers(setAside.stream())));
    }
    if (!again) {
      parts.add(new AskedPart(IntakeStep.RUNNING, false, RUNNING));
    }
    return parts;
  }

  private static List<String> answers(Stream<String> linkIds) {
    return linkIds.map(AnswerEntries::field).toList();
  }
}

package org.pacegate.service.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.screening.Question;

/**
 * A part of an intake with the fields that it asks, in order.
 *
 * @param aside whether its answers are about another region and do not count
 * @param own the clinic's own form that asks them; empty for a form that ships
 */
record AskedPart(IntakeStep step, boolean aside, Optional<Questionnaire> own, List<String> fields) {

  private static final List<String> PERSON =
      List.of(
          "person.familyName",
          "person.givenName",
          "person.birthDate",
          "person.sex",
          "person.phone",
          "person.email",
          "person.language");

  AskedPart {
    fields = List.copyOf(fields);
  }

  /**
   * Everything that an intake asked.
   *
   * @param forms what it was asked from
   * @param questions those that applied
   * @param own those of the clinic's own forms that applied
   * @param setAside link ids of answers about another region
   */
  static List<AskedPart> all(
      AskedForms forms, List<Question> questions, List<AskedOwn> own, List<String> setAside) {
    List<AskedPart> parts = new ArrayList<>();
    Set<String> applied = questions.stream().map(Question::linkId).collect(Collectors.toSet());
    boolean again = forms.of(IntakeStep.COMPLAINT).isEmpty();
    if (!again) {
      parts.add(new AskedPart(IntakeStep.PERSON, false, Optional.empty(), PERSON));
      parts.add(part(forms, IntakeStep.COMPLAINT));
    }
    parts.add(
        new AskedPart(
            IntakeStep.SCREENING,
            false,
            Optional.empty(),
            answers(
                forms.screening().questions().stream()
                    .map(Item::linkId)
                    .filter(applied::contains))));
    if (!setAside.isEmpty()) {
      parts.add(
          new AskedPart(IntakeStep.SCREENING, true, Optional.empty(), answers(setAside.stream())));
    }
    if (!again) {
      parts.add(part(forms, IntakeStep.RUNNING));
    }
    own.forEach(
        each ->
            parts.add(
                new AskedPart(
                    IntakeStep.MORE, false, Optional.of(each.own().form()), each.fields())));
    return parts;
  }

  private static AskedPart part(AskedForms forms, IntakeStep step) {
    return new AskedPart(
        step, false, Optional.empty(), forms.questions(step).stream().map(Item::linkId).toList());
  }

  private static List<String> answers(Stream<String> linkIds) {
    return linkIds.map(AnswerEntries::field).toList();
  }
}

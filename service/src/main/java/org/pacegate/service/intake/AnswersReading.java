package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.intake.PinnedRules;
import org.pacegate.service.intake.RecordedAnswers.Answer;
import org.pacegate.service.shared.Row;

/** Reads the answers of a submitted intake with who gave, corrected and confirmed each. */
@ApplicationScoped
class AnswersReading {

  private static final String NOTED =
      """
      select a.field, a.number, a.new_value, w.given_name || ' ' || w.family_name, a.amended_at, true
        from intake_amendment a
        join practitioner w on w.clinic_id = a.clinic_id and w.id = a.amended_by
       where a.intake_id = ?1
      union all
      select c.field, c.number, c.value, w.given_name || ' ' || w.family_name, c.confirmed_at, false
        from intake_confirmation c
        join practitioner w on w.clinic_id = c.clinic_id and w.id = c.confirmed_by
       where c.intake_id = ?1
       order by 1, 2""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private IntakeEntries entries;

  /** A correction or a confirmation. */
  private record Noted(String field, int number, String value, StaffMark mark, boolean corrects) {}

  RecordedAnswers of(long intakeId, PinnedRules rules) {
    EntryBook book = entries.of(intakeId);
    List<Noted> noted =
        Row.list(
            em.createNativeQuery(NOTED).setParameter(1, intakeId),
            row ->
                new Noted(
                    row.text(0),
                    (int) row.id(1),
                    row.text(2),
                    new StaffMark(row.text(3), row.instant(4)),
                    row.flag(5)));
    return new RecordedAnswers(
        intakeId,
        (int) noted.stream().filter(Noted::corrects).count(),
        rules.ruleSet(),
        rules.version(),
        answers(book, noted),
        book.differences());
  }

  /** What was not answered at first may have an answer by a correction. */
  private static List<Answer> answers(EntryBook book, List<Noted> noted) {
    Map<String, EntrySource> sources = book.sources();
    return Stream.concat(sources.keySet().stream(), noted.stream().map(Noted::field))
        .distinct()
        .filter(field -> IntakeStep.of(field) != IntakeStep.CONSENT)
        .filter(field -> !field.startsWith("person.notSame"))
        .sorted()
        .map(
            field ->
                answer(
                    field,
                    sources.get(field),
                    noted.stream().filter(each -> each.field().equals(field)).toList()))
        .filter(answer -> !answer.value().isEmpty())
        .toList();
  }

  private static Answer answer(String field, EntrySource source, List<Noted> noted) {
    Optional<Noted> last = noted.stream().filter(Noted::corrects).reduce((a, b) -> b);
    int number = last.map(Noted::number).orElse(0);
    return new Answer(
        field,
        last.map(Noted::value).orElseGet(() -> source == null ? "" : source.value()),
        source,
        number,
        last.map(Noted::mark).orElse(null),
        noted.stream()
            .filter(each -> !each.corrects() && each.number() == number)
            .map(Noted::mark)
            .findFirst()
            .orElse(null));
  }
}

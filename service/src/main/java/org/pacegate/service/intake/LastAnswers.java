package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.Option;
import org.pacegate.domain.screening.Question;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;

/**
 * What a returning runner said last time and may keep, because by the form it cannot un-happen
 * (R4.173). Everything else is asked as if nobody had ever answered it.
 */
@ApplicationScoped
class LastAnswers {

  /** The newest answer of each question, as corrected; what was taken back is none. */
  private static final String NEWEST =
      """
      select distinct on (e.field) e.field, coalesce(a.new_value, e.value), i.id, i.submitted_at
        from intake i
        join intake_entry e on e.clinic_id = i.clinic_id and e.intake_id = i.id
        left join lateral (
          select c.new_value from intake_amendment c
           where c.clinic_id = i.clinic_id and c.intake_id = i.id and c.field = e.field
           order by c.number desc limit 1) a on true
       where i.patient_id = ?1 and i.id <> ?2 and i.state = 'SUBMITTED'
         and e.field = any (cast(string_to_array(?3, ' ') as text[]))
         and coalesce(a.new_value, e.value) <> ''
       order by e.field, i.submitted_at desc, i.id desc
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private IntakeForms forms;

  private record Said(String field, EarlierAnswer answer) {}

  /**
   * What may be kept, by field.
   *
   * @param asked the questions that apply now
   */
  Map<String, EarlierAnswer> of(Intake intake, AskedForms now, List<Question> asked) {
    Set<String> fields =
        asked.stream()
            .map(Question::linkId)
            .filter(linkId -> now.item(linkId).filter(LastAnswers::lasts).isPresent())
            .map(AnswerEntries::field)
            .collect(Collectors.toSet());
    boolean unfinished = Set.of(IntakeState.DRAFT, IntakeState.RECEIVED).contains(intake.state());
    Optional<Long> patient = intake.patientId().filter(known -> unfinished && !fields.isEmpty());
    return patient.map(known -> said(known, intake, fields)).orElse(List.of()).stream()
        .filter(said -> isTheSame(said, now))
        .collect(Collectors.toMap(Said::field, Said::answer));
  }

  private List<Said> said(long patientId, Intake intake, Set<String> fields) {
    return Row.list(
        em.createNativeQuery(NEWEST)
            .setParameter(1, patientId)
            .setParameter(2, intake.id())
            .setParameter(3, String.join(" ", fields)),
        row ->
            new Said(
                row.text(0),
                new EarlierAnswer(
                    row.text(1), row.id(2), LocalDate.ofInstant(row.instant(3), clinic.zone()))));
  }

  private static boolean lasts(Item item) {
    return item.options().stream().anyMatch(Option::lasting);
  }

  /** It lasts, and was asked in the same words: nobody keeps an answer to another question. */
  private boolean isTheSame(Said said, AskedForms now) {
    Item item = now.item(AnswerEntries.linkId(said.field())).orElseThrow();
    return item.isLasting(said.answer().value())
        && forms
            .of(em.find(Intake.class, said.answer().intakeId()))
            .item(item.linkId())
            .filter(before -> before.text().equals(item.text()))
            .isPresent();
  }
}

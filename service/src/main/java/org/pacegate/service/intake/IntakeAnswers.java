package org.pacegate.service.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeConfirmation;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.intake.PinnedRules;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.intake.RecordedAnswers.Answer;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/** Who gave each answer of a submitted intake, and which a professional has confirmed (R4.192). */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class IntakeAnswers {

  /** One row if there is such an episode, with the newest intake that came into it. */
  private static final String NEWEST =
      """
      select e.patient_id, i.id, i.rule_set, i.rule_set_version
        from episode e
        left join lateral (
          select n.id, n.rule_set, n.rule_set_version from intake n
           where n.clinic_id = e.clinic_id and n.episode_id = e.id and n.state = 'SUBMITTED'
           order by n.submitted_at desc, n.id desc limit 1) i on true
       where e.id = ?1""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private AnswersReading reading;

  /** The newest submitted intake of an episode. */
  private record Newest(long patientId, Long intakeId, String ruleSet, int ruleSetVersion) {}

  /**
   * The answers of a submitted intake.
   *
   * @throws DomainRefusal {@code intake.notSubmitted} for one that is still typed, or was discarded
   */
  public RecordedAnswers of(long intakeId) {
    Intake intake = submitted(intakeId, LockModeType.NONE);
    read(intakeId, intake.patientId().orElseThrow());
    return reading.of(intakeId, intake.rules());
  }

  /** The answers of the newest submitted intake of an episode; empty if it has none. */
  @RolesAllowed({"THERAPIST", "PHYSICIAN"})
  public Optional<RecordedAnswers> newestOf(long episodeId) {
    Newest newest =
        Row.list(
                em.createNativeQuery(NEWEST).setParameter(1, episodeId),
                row ->
                    new Newest(
                        row.id(0),
                        row.idOrNull(1),
                        row.text(2),
                        row.idOrNull(3) == null ? 0 : (int) row.id(3)))
            .stream()
            .findFirst()
            .orElseThrow(() -> new NoSuchRecord("Episode", episodeId));
    read(newest.intakeId(), newest.patientId());
    return Optional.ofNullable(newest.intakeId())
        .map(
            id -> reading.of(id, new PinnedRules(newest.ruleSet(), newest.ruleSetVersion(), null)));
  }

  private void read(Long intakeId, long patientId) {
    audit.record(AuditAction.READ, "QuestionnaireResponse", intakeId, patientId, "answers");
  }

  /**
   * Confirms answers as they stand. What is confirmed already stays with whoever was first, and the
   * same click twice changes nothing.
   *
   * @throws DomainRefusal {@code confirmation.outdated} when an answer was corrected since the page
   *     was drawn, {@code confirmation.noAnswer} for a field without one, {@code
   *     intake.notSubmitted} for an intake that still changes
   */
  @Command
  @RolesAllowed({"THERAPIST", "PHYSICIAN"})
  public void confirm(@Valid ConfirmAnswers command) {
    Intake intake = submitted(command.intakeId(), LockModeType.PESSIMISTIC_WRITE);
    RecordedAnswers recorded = reading.of(intake.id(), intake.rules());
    if (recorded.corrections() != command.corrections()) {
      throw new DomainRefusal("confirmation.outdated", "intake " + intake.id());
    }
    List<Answer> asked =
        recorded.answers().stream()
            .filter(each -> command.fields().contains(each.field()))
            .toList();
    if (asked.size() < command.fields().size()) {
      throw new DomainRefusal("confirmation.noAnswer", "intake " + intake.id());
    }
    asked.stream().filter(each -> each.confirmed() == null).forEach(each -> confirm(intake, each));
  }

  private void confirm(Intake intake, Answer answer) {
    em.persist(
        new IntakeConfirmation(
            intake, answer.field(), answer.number(), answer.value(), clinic.attribution()));
    audit.record(
        AuditAction.CHANGE,
        "QuestionnaireResponse",
        intake.id(),
        intake.patientId().orElseThrow(),
        "confirmed " + answer.field());
  }

  private Intake submitted(long intakeId, LockModeType lock) {
    Intake intake = em.find(Intake.class, intakeId, lock);
    if (intake == null) {
      throw new NoSuchRecord("Intake", intakeId);
    }
    if (intake.state() != IntakeState.SUBMITTED) {
      throw new DomainRefusal("intake.notSubmitted", "intake " + intakeId);
    }
    return intake;
  }
}

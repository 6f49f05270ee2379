package org.pacegate.service.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeConfirmation;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.intake.RecordedAnswers.Answer;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** Who gave each answer of a submitted intake, and which a professional has confirmed (R4.192). */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class IntakeAnswers {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private AnswersReading reading;

  /**
   * The answers of a submitted intake.
   *
   * @throws DomainRefusal {@code intake.notSubmitted} for one that is still typed, or was discarded
   */
  public RecordedAnswers of(long intakeId) {
    Intake intake = submitted(intakeId, LockModeType.NONE);
    audit.record(
        AuditAction.READ,
        "QuestionnaireResponse",
        intakeId,
        intake.patientId().orElseThrow(),
        "answers");
    return recorded(intake);
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
    RecordedAnswers recorded = recorded(intake);
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

  private RecordedAnswers recorded(Intake intake) {
    return reading
        .of(intake.id())
        .orElseGet(
            () ->
                new RecordedAnswers(
                    intake.id(),
                    0,
                    intake.ruleSet(),
                    intake.ruleSetVersion(),
                    false,
                    List.of(),
                    List.of(),
                    List.of()));
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

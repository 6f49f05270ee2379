package org.pacegate.service.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.Set;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** Chooses between what was typed at the desk and what the runner answered (R4.103). */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class Contradictions {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private AuditTrail audit;
  @Inject private IntakeEntries entries;
  @Inject private AnsweredIntake answered;

  /**
   * One of the two values stands; both stay in the history, and so does the choice, which can be
   * made anew. The same choice twice changes nothing.
   *
   * @throws DomainRefusal {@code intake.notDraft} once the intake is on record or put away
   */
  @Command
  public IntakeView settle(@Valid SettleContradiction command) {
    Intake intake = em.find(Intake.class, command.intakeId(), LockModeType.PESSIMISTIC_WRITE);
    if (intake == null) {
      throw new NoSuchRecord("Intake", command.intakeId());
    }
    if (!intake.state().isOpen()) {
      throw new DomainRefusal("intake.notDraft", "intake " + intake.id() + " " + intake.state());
    }
    if (entries.settle(intake.id(), command.field(), command.runners())) {
      audit.record(
          AuditAction.CHANGE,
          "Intake",
          intake.id(),
          intake.patientId().orElse(null),
          "chose the " + (command.runners() ? "runner's " : "desk's ") + command.field());
    }
    return answered.answered(intake, Set.of(command.field()));
  }
}

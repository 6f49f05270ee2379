package org.pacegate.service.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.shared.Words;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.OwnLicence;
import org.pacegate.service.clinic.PasswordCheck;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** The end of an unfinished intake in which a dangerous answer was a slip (R4.18). */
@Stateless
@InClinic
@RolesAllowed("PHYSICIAN")
public class IntakeDismissal {

  private static final int MAX_REASON = 4_000;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private OwnLicence licence;
  @Inject private PasswordCheck passwords;

  /**
   * A physician says with a reason that the answer, taken back meanwhile, was none. It is signed in
   * their name and opens the gate, so the password is asked again.
   */
  @Command
  public void dismiss(@Valid DismissIntake command) {
    Intake intake = em.find(Intake.class, command.intakeId(), LockModeType.PESSIMISTIC_WRITE);
    if (intake == null) {
      throw new NoSuchRecord("Intake", command.intakeId());
    }
    // What lacks its reason is not worth a password yet.
    Words.required("reason", command.reason(), MAX_REASON);
    passwords.confirm(command.password());
    intake.dismiss(
        command.reason(),
        licence.today().orElse(null),
        clinic.acting().policy(),
        clinic.attribution());
    audit.record(
        AuditAction.SIGN, "Intake", intake.id(), intake.patientId().orElse(null), "dismissed");
  }
}

package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.plan.CoursesOfCare;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.DangerClocks;

/** What follows from a dangerous answer before anybody submits it. */
@ApplicationScoped
class IntakeDangers {

  @Inject private ClinicContext clinic;
  @Inject private DangerClocks clocks;
  @Inject private AuditTrail audit;
  @Inject private CoursesOfCare courses;

  /**
   * Keeps what the rules say now. A danger suspends every plan of the patient in the same
   * transaction (R1.95). The caller holds the intake's lock; the patient's comes after it.
   */
  void found(Intake intake, Optional<Urgency> worst) {
    Optional<Urgency> before = intake.urgency();
    boolean takenBack = intake.takenBackAt().isPresent();
    intake.found(worst, clocks.now(), clinic.attribution());
    if (!intake.urgency().equals(before)) {
      record(intake, "urgency " + intake.urgency().map(Urgency::name).orElse("none"));
    }
    if (intake.takenBackAt().isPresent() != takenBack) {
      record(intake, takenBack ? "danger again" : "danger taken back");
    }
    if (intake.isDangerous()) {
      intake
          .patientId()
          .ifPresent(patient -> courses.ofPatient(patient).dangerInIntake(clinic.attribution()));
    }
  }

  private void record(Intake intake, String what) {
    audit.record(AuditAction.CHANGE, "Intake", intake.id(), intake.patientId().orElse(null), what);
  }
}

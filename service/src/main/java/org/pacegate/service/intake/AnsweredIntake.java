package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.intake.Progress;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.screening.ClinicRules;
import org.pacegate.service.screening.RuleSetBySite;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.DoorVisit;

/** What follows from answers, at whatever door they were given. The caller holds the lock. */
@ApplicationScoped
class AnsweredIntake {

  /** Asked about as long as no region is chosen. */
  static final BodySite ASSUMED = BodySite.LOW_BACK;

  private static final String REGION = "complaint.bodySite";

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private IntakeReading reading;
  @Inject private IntakeDangers dangers;
  @Inject private ClinicRules ruleSets;
  @Inject private IntakeForms forms;

  /** These fields were answered; returns the intake as it stands then. */
  IntakeView answered(Intake intake, Set<String> fields) {
    if (fields.contains(REGION) && !intake.isRescreen() && intake.state() == IntakeState.DRAFT) {
      askAboutRegion(intake);
    }
    return found(intake);
  }

  RuleSet rulesFor(BodySite site) {
    return ruleSets.current(RuleSetBySite.of(site));
  }

  /** By the region on record, which another tab's may be (R4.40). */
  private void askAboutRegion(Intake intake) {
    RuleSet rules =
        rulesFor(
            reading.entries(intake).constantIfValid(REGION, BodySite::valueOf).orElse(ASSUMED));
    if (intake.askBy(rules.id(), rules.version())) {
      intake.judgeBy(rules.thresholds());
      forms.pin(intake);
      audit.record(
          AuditAction.CHANGE,
          "Intake",
          intake.id(),
          intake.patientId().orElse(null),
          "rule set " + rules.id() + " " + rules.version());
    }
  }

  /** The intake as it stands; what the rules say now, and how far it is, is kept with it. */
  IntakeView found(Intake intake) {
    IntakeView view = reading.view(intake);
    dangers.found(intake, view.soFar().maxUrgency());
    if (intake.state() == IntakeState.DRAFT) {
      if (intake.forms().isEmpty()) {
        forms.pin(intake);
      }
      Door door = clinic.door().map(DoorVisit::door).orElse(Door.DESK);
      intake.reached(new Progress(door, view.answered(), view.asked()));
    }
    return view;
  }
}

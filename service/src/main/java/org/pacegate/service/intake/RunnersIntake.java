package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.DoorVisit;

/** The one intake that a runner at a door may touch: the one of the transaction's visit. */
@ApplicationScoped
public class RunnersIntake {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private IntakeEntries entries;
  @Inject private IntakeReading reading;
  @Inject private IntakeCheck check;
  @Inject private AnsweredIntake answered;
  @Inject private IntakeForms forms;

  /** As it stands for the runner. */
  public IntakeView open() {
    Intake intake = intake(LockModeType.NONE);
    IntakeView view = reading.view(intake);
    audit.record(AuditAction.READ, "Intake", intake.id(), patient(intake), view.opened());
    return view;
  }

  /** Whether the desk has put it away, or the care has ended that it would screen again. */
  public boolean isOver() {
    Intake intake = intake(LockModeType.NONE);
    return intake.isRescreen()
        ? em.find(Episode.class, intake.episodeId().orElseThrow()).state().isOver()
        : intake.state() == IntakeState.DISCARDED;
  }

  /** What keeps it from being sent. */
  public List<FieldProblem> problems() {
    return check.problems(intake(LockModeType.NONE));
  }

  /**
   * Keeps answers, and what still holds of those of an earlier intake; what may not be kept any
   * more stays open. Returns the intake as it stands then.
   *
   * @param said the earlier answers that the page showed and that still hold, by field
   * @throws DomainRefusal {@code intake.notDraft} once it was sent
   */
  public IntakeView save(UUID page, Map<String, String> answers, Map<String, String> said) {
    Intake intake = intake(LockModeType.PESSIMISTIC_WRITE);
    Map<String, EarlierAnswer> still = reading.stillHolding(intake, said);
    intake.save(step(intake, answers, still), clinic.attribution());
    forms.expectAsked(intake, answers.keySet());
    entries.keepOfRunner(intake.id(), visit().door(), page, answers, still);
    audit.record(
        AuditAction.CHANGE,
        "Intake",
        intake.id(),
        patient(intake),
        "entries " + answers.size() + (still.isEmpty() ? "" : ", kept " + still.size()));
    return answered.answered(intake, answers.keySet());
  }

  /** A second screening has one step, whatever is told beside its answers. */
  private static IntakeStep step(
      Intake intake, Map<String, String> answers, Map<String, EarlierAnswer> still) {
    return intake.isRescreen()
        ? intake.step()
        : Stream.of(answers, still)
            .flatMap(each -> each.keySet().stream())
            .map(IntakeStep::of)
            .findFirst()
            .orElse(intake.step());
  }

  /**
   * Sends it, once; a second time gives the same.
   *
   * @return what is wrong or missing; empty when it was sent
   */
  public List<FieldProblem> send(UUID key) {
    Intake intake = intake(LockModeType.PESSIMISTIC_WRITE);
    if (intake.state() != IntakeState.DRAFT) {
      return List.of();
    }
    List<FieldProblem> problems = check.problems(intake);
    if (problems.isEmpty()) {
      answered.found(intake);
      intake.receive(visit().door(), key, clinic.attribution());
      audit.record(AuditAction.CHANGE, "Intake", intake.id(), patient(intake), "received");
    }
    return problems;
  }

  private DoorVisit visit() {
    return clinic.door().orElseThrow(() -> new IllegalStateException("nobody is at a door"));
  }

  private Intake intake(LockModeType lock) {
    return em.find(Intake.class, visit().intakeId(), lock);
  }

  private static Long patient(Intake intake) {
    return intake.patientId().orElse(null);
  }
}

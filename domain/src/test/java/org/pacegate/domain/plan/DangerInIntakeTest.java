package org.pacegate.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Professional.aPhysician;
import static org.pacegate.domain.fixtures.Refusals.refused;
import static org.pacegate.domain.fixtures.Runner.DESK;
import static org.pacegate.domain.fixtures.Runner.THERAPIST;
import static org.pacegate.domain.fixtures.Runner.aRunnerWithBackPain;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.GateDecision;
import org.pacegate.domain.diagnosis.GateRefusal;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.Drafts;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.fixtures.Runner;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.Attribution;

/** R1.95: a dangerous answer counts from the moment it is typed. */
class DangerInIntakeTest {

  private final Runner runner =
      aRunnerWithBackPain().screenedNegative().diagnosedBy(aPhysician()).onAPlan();
  private final Intake draft =
      runner
          .records()
          .keep(
              Intake.rescreen(
                  runner.episode().patientId(),
                  runner.episode().id(),
                  "low-back-pain",
                  2,
                  runner.next(DESK)));

  /** What the service does when an answer was typed. */
  private void found(Urgency worst) {
    Attribution now = runner.next(DESK);
    draft.found(Optional.ofNullable(worst), ClinicClock.DANGERS, now);
    if (draft.isDangerous()) {
      runner.file().dangerInIntake(now);
    }
  }

  private GateDecision gate() {
    return runner
        .course()
        .treatment()
        .previewGate(
            Drafts.halfTheDistance(runner.clock().today()).intent(),
            Set.of(Role.THERAPIST),
            runner.next(THERAPIST));
  }

  private void resume() {
    Attribution now = runner.next(THERAPIST);
    CourseOfCare course = runner.course();
    course
        .treatment()
        .resume(
            course
                .treatment()
                .askGate(
                    course.openPlan().orElseThrow().content().intent(),
                    Set.of(Role.THERAPIST),
                    now),
            now);
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, SUSPENDED, DIAGNOSED",
    "U1_SAME_DAY, SUSPENDED, DIAGNOSED",
    "U2_URGENT_1_2W, ACTIVE, PLAN_ACTIVE"
  })
  void R1_95_the_plan_is_suspended_before_the_intake_is_finished(
      Urgency worst, PlanState plan, EpisodeState state) {
    found(worst);

    assertThat(runner.plan().state()).isEqualTo(plan);
    assertThat(runner.episode().state()).isEqualTo(state);
    assertThat(gate().refusals())
        .isEqualTo(plan == PlanState.ACTIVE ? Set.of() : Set.of(GateRefusal.DANGER_IN_INTAKE));
    if (plan == PlanState.SUSPENDED) {
      assertThat(runner.plan().stateReason()).isEqualTo("plan.suspended.dangerInIntake");
      refused("gate.shut", this::resume);
    }
  }

  @Test
  void R1_95_taking_the_answer_back_opens_nothing() {
    found(Urgency.U0_EMERGENCY_NOW);
    found(null);

    assertThat(runner.plan().state()).isEqualTo(PlanState.SUSPENDED);
    assertThat(gate().refusals()).containsExactly(GateRefusal.DANGER_IN_INTAKE);
    refused("gate.shut", this::resume);
  }

  @Test
  void R1_95_once_a_professional_dismissed_it_the_plan_goes_on_by_a_new_proof() {
    found(Urgency.U0_EMERGENCY_NOW);
    found(null);
    Professional physician = aPhysician();
    draft.dismiss(
        "a slip of the mouse",
        physician.licence(),
        DiagnosisPolicy.PHYSICIAN_ONLY,
        runner.next(physician.id()));

    assertThat(runner.plan().state()).isEqualTo(PlanState.SUSPENDED);
    resume();
    assertThat(runner.plan().state()).isEqualTo(PlanState.ACTIVE);
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.PLAN_ACTIVE);
  }

  @Test
  void R1_95_a_plan_on_hold_is_suspended_and_one_of_another_complaint_too() {
    runner.course().treatment().hold("away", runner.next(THERAPIST));
    found(Urgency.U1_SAME_DAY);
    assertThat(runner.plan().state()).isEqualTo(PlanState.SUSPENDED);

    runner.withAnotherComplaint().screenedNegative();
    assertThat(gate().refusals()).contains(GateRefusal.DANGER_IN_INTAKE);
  }

  @Test
  void R1_95_it_counts_for_both_records_that_became_one() {
    draft.found(Optional.of(Urgency.U1_SAME_DAY), ClinicClock.DANGERS, runner.next(DESK));
    assertThat(runner.plan().state()).isEqualTo(PlanState.ACTIVE);

    runner.file().joined(runner.next(DESK));

    assertThat(runner.plan().state()).isEqualTo(PlanState.SUSPENDED);
    assertThat(runner.plan().stateReason()).isEqualTo("plan.suspended.dangerInIntake");
  }

  @Test
  void R1_95_a_second_dangerous_answer_suspends_nothing_twice() {
    found(Urgency.U1_SAME_DAY);
    int steps = runner.plan().transitions().size();
    found(Urgency.U0_EMERGENCY_NOW);

    assertThat(runner.plan().transitions()).hasSize(steps);
  }
}

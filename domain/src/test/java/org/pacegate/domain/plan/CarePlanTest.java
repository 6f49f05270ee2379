package org.pacegate.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Professional.aPhysician;
import static org.pacegate.domain.fixtures.Refusals.refused;
import static org.pacegate.domain.fixtures.Runner.aRunnerWithBackPain;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.GateDecision;
import org.pacegate.domain.fixtures.Drafts;
import org.pacegate.domain.fixtures.Runner;
import org.pacegate.domain.shared.Attribution;

/** The plan's own states, whatever the course of care asks of it. */
class CarePlanTest {

  private final Runner runner =
      aRunnerWithBackPain().screenedNegative().diagnosedBy(aPhysician()).onAPlan();
  private final CarePlan plan = runner.plan();

  private enum Step {
    HOLD,
    SUSPEND,
    RESUME,
    COMPLETE,
    REVOKE
  }

  private void take(Step step) {
    Attribution now = runner.next(Runner.THERAPIST);
    switch (step) {
      case HOLD -> plan.hold("holiday", now);
      case SUSPEND -> plan.suspend("plan.suspended.openFlag", now);
      case RESUME -> plan.resume(asked(now).pass(), now);
      case COMPLETE -> plan.complete("runs again", now);
      case REVOKE -> plan.revoke("plan.replaced", now);
    }
  }

  private GateDecision asked(Attribution now) {
    return runner
        .course()
        .treatment()
        .askGate(plan.content().intent(), Set.of(Role.THERAPIST), now);
  }

  private void bringTo(PlanState state) {
    switch (state) {
      case ACTIVE -> assertThat(plan.state()).isEqualTo(PlanState.ACTIVE);
      case ON_HOLD -> take(Step.HOLD);
      case SUSPENDED -> take(Step.SUSPEND);
      case COMPLETED -> take(Step.COMPLETE);
      case REVOKED -> take(Step.REVOKE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, HOLD, ON_HOLD",
    "ACTIVE, SUSPEND, SUSPENDED",
    "ACTIVE, RESUME, plan.notPaused",
    "ACTIVE, COMPLETE, COMPLETED",
    "ACTIVE, REVOKE, REVOKED",
    "ON_HOLD, HOLD, plan.notActive",
    "ON_HOLD, SUSPEND, SUSPENDED",
    "ON_HOLD, RESUME, ACTIVE",
    "ON_HOLD, COMPLETE, COMPLETED",
    "ON_HOLD, REVOKE, REVOKED",
    "SUSPENDED, HOLD, plan.notActive",
    "SUSPENDED, SUSPEND, SUSPENDED",
    "SUSPENDED, RESUME, ACTIVE",
    "SUSPENDED, COMPLETE, COMPLETED",
    "SUSPENDED, REVOKE, REVOKED",
    "COMPLETED, HOLD, plan.notActive",
    "COMPLETED, SUSPEND, plan.over",
    "COMPLETED, RESUME, plan.notPaused",
    "COMPLETED, COMPLETE, plan.over",
    "COMPLETED, REVOKE, plan.over",
    "REVOKED, HOLD, plan.notActive",
    "REVOKED, SUSPEND, plan.over",
    "REVOKED, RESUME, plan.notPaused",
    "REVOKED, COMPLETE, plan.over",
    "REVOKED, REVOKE, plan.over"
  })
  void everyStepFromEveryState(PlanState from, Step step, String result) {
    bringTo(from);
    if (result.startsWith("plan.")) {
      refused(result, () -> take(step));
      assertThat(plan.state()).isEqualTo(from);
    } else {
      take(step);
      assertThat(plan.state()).isEqualTo(PlanState.valueOf(result));
      assertThat(plan.stateSince()).isEqualTo(runner.clock().now());
    }
  }

  @ParameterizedTest
  @EnumSource(PlanState.class)
  void aPlanIsOpenUntilItEnds(PlanState state) {
    assertThat(state.isOpen())
        .isEqualTo(state != PlanState.COMPLETED && state != PlanState.REVOKED);
  }

  @Test
  void itKeepsWhatItAsks() {
    assertThat(plan.content()).isEqualTo(Drafts.halfTheDistance(runner.clock().today()));
    assertThat(plan.diagnosisId()).isEqualTo(runner.diagnosis().id());
    assertThat(plan.authorId()).isEqualTo(Runner.THERAPIST);
  }

  @Test
  void r7_1_goingOnRestsOnANewProof() {
    long first = plan.gateDecisionId();
    take(Step.HOLD);
    Attribution asked = runner.next(Runner.THERAPIST);
    GateDecision old = asked(asked);
    Attribution later = runner.next(Runner.THERAPIST);

    refused("gate.stalePass", () -> plan.resume(old.pass(), later));
    refused(
        "gate.stalePass",
        () -> plan.resume(old.pass(), new Attribution(99, asked.at(), asked.day())));
    plan.resume(old.pass(), asked);

    assertThat(plan.gateDecisionId()).isEqualTo(old.id()).isNotEqualTo(first);
  }
}

package org.pacegate.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Professional.aPhysician;
import static org.pacegate.domain.fixtures.Refusals.refused;
import static org.pacegate.domain.fixtures.Runner.aRunnerWithBackPain;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.fixtures.Referred;
import org.pacegate.domain.fixtures.Runner;
import org.pacegate.domain.fixtures.Screened;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.referral.ReferralRequest;
import org.pacegate.domain.referral.ReferralResult;
import org.pacegate.domain.referral.ReferralState;
import org.pacegate.domain.referral.ReferralStep;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;

/** R5.5 to R5.9, R5.12: what happens to a course of care moves who is asked outside, and back. */
class ReferringTest {

  private static ReferralStep by(Runner runner, Role role) {
    return Referred.step(runner.next(role == Role.STAFF ? 11 : 21), role);
  }

  private static Referral asked(Runner runner, String question) {
    ReferralRequest request =
        ReferralRequest.byHand(
            runner.episode().id(), Urgency.U3_ROUTINE, Target.RHEUMATOLOGY, question, null);
    return runner.course().referring().ask(request, by(runner, Role.THERAPIST));
  }

  private static void take(Runner runner, Referral referral, ReferralAction... actions) {
    for (ReferralAction action : actions) {
      ReferralStep step = by(runner, Role.PHYSICIAN);
      if (action == ReferralAction.SCHEDULE) {
        runner.course().referring().schedule(referral, step.by().at(), step);
      } else {
        runner.course().referring().take(referral, action, step);
      }
    }
  }

  private static List<ReferralState> states(Runner runner) {
    return runner.records().all(Referral.class).stream().map(Referral::state).toList();
  }

  @Test
  void r5_6_theSameIsAskedOfTheSameOnce() {
    Runner runner = aRunnerWithBackPain().screenedNegative();
    Referral first = asked(runner, "stiff in the morning?");

    refused("referral.exists", () -> asked(runner, " stiff in the morning? "));
    asked(runner, "another question");
    take(runner, first, ReferralAction.CANCEL);
    asked(runner, "stiff in the morning?");

    assertThat(states(runner))
        .containsExactly(ReferralState.CANCELLED, ReferralState.DRAFT, ReferralState.DRAFT);
  }

  @Test
  void r5_6_aScreeningThatFiresTheSameRuleLeavesTheOpenOne() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U1_SAME_DAY);
    take(runner, runner.referral(), ReferralAction.SEND);
    Screening first = runner.screening();

    runner.screenedWith(Urgency.U1_SAME_DAY);
    assertThat(states(runner)).containsExactly(ReferralState.SENT);

    runner.flagClearedBy(aPhysician());
    assertThat(states(runner)).as("the first flag still asks").containsExactly(ReferralState.SENT);
    runner
        .course()
        .decideFlag(
            first, "R1", FlagState.CLEARED, "examined", aPhysician().licence(), runner.next(21));
    assertThat(states(runner)).containsExactly(ReferralState.CANCELLED);
  }

  @Test
  void r5_8_aHigherUrgencySupersedesALowerOneAtTheSameTarget() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U2_URGENT_1_2W);
    Referral lower = runner.referral();
    Referral other = asked(runner, "stiff in the morning?");

    runner.screenedWith(Urgency.U0_EMERGENCY_NOW);

    Referral higher = runner.referral();
    assertThat(lower.state()).isEqualTo(ReferralState.SUPERSEDED);
    assertThat(lower.supersededBy()).isEqualTo(higher.id());
    assertThat(higher.urgency()).isEqualTo(Urgency.U0_EMERGENCY_NOW);
    assertThat(other.isOpen()).as("another target").isTrue();
  }

  @Test
  void r5_8_aLowerUrgencySupersedesNothing() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U1_SAME_DAY);

    runner.screened(
        Screened.with(Screened.rule("R9", Urgency.U2_URGENT_1_2W, OptionalInt.empty())));

    assertThat(states(runner)).containsExactly(ReferralState.DRAFT, ReferralState.DRAFT);
  }

  @Test
  void r5_8_whatWasSupersededIsAskedAgainWhenTheHigherOneIsClearedAndItsFlagStands() {
    Runner runner =
        aRunnerWithBackPain()
            .screened(
                Screened.with(Screened.rule("R9", Urgency.U2_URGENT_1_2W, OptionalInt.empty())))
            .screenedWith(Urgency.U0_EMERGENCY_NOW);
    assertThat(states(runner)).containsExactly(ReferralState.SUPERSEDED, ReferralState.DRAFT);

    runner.flagClearedBy(aPhysician());

    assertThat(states(runner))
        .containsExactly(ReferralState.SUPERSEDED, ReferralState.CANCELLED, ReferralState.DRAFT);
    assertThat(runner.referral().request().reason()).isEqualTo("rule.R9");
  }

  @Test
  void r5_8_aConfirmedDiagnosisSupersedesWhatNoFlagAsksForAndNobodyHasSeen() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U2_URGENT_1_2W);
    Referral flagged = runner.referral();
    Referral waiting = asked(runner, "stiff in the morning?");
    Referral seen = asked(runner, "inflamed?");
    take(
        runner,
        seen,
        ReferralAction.SEND,
        ReferralAction.RECEIVE,
        ReferralAction.ACCEPT,
        ReferralAction.SCHEDULE,
        ReferralAction.BEGIN);

    runner.diagnosedBy(aPhysician());

    assertThat(flagged.state()).isEqualTo(ReferralState.DRAFT);
    assertThat(waiting.state()).isEqualTo(ReferralState.SUPERSEDED);
    assertThat(waiting.outcome()).isEqualTo("referral.superseded.diagnosed");
    assertThat(seen.state()).isEqualTo(ReferralState.IN_PROGRESS);
    runner
        .course()
        .referring()
        .complete(seen, ReferralResult.DIAGNOSIS, by(runner, Role.THERAPIST));
    assertThat(seen.state()).isEqualTo(ReferralState.COMPLETED);
  }

  @Test
  void r5_9_whatIsDeclinedIsDraftedAgainWithItsDueTimeAndTheGateStaysShut() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U1_SAME_DAY);
    Referral declined = runner.referral();
    take(runner, declined, ReferralAction.SEND, ReferralAction.DECLINE);

    Referral again = runner.referral();
    assertThat(declined.state()).isEqualTo(ReferralState.DECLINED);
    assertThat(declined.supersededBy()).isEqualTo(again.id());
    assertThat(again.request()).isEqualTo(declined.request());
    assertThat(again.keepsGateShut()).isTrue();

    runner.flagClearedBy(aPhysician());
    assertThat(again.state()).isEqualTo(ReferralState.CANCELLED);
  }

  @Test
  void r5_12_whileTheFlagStandsItsReferralIsNotEndedByHand() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U2_URGENT_1_2W);
    Referral referral = runner.referral();

    refused("referral.flagStands", () -> take(runner, referral, ReferralAction.CANCEL));
    refused("referral.flagStands", () -> take(runner, referral, ReferralAction.ENTER_IN_ERROR));

    runner.flagClearedBy(aPhysician());
    take(runner, referral, ReferralAction.ENTER_IN_ERROR);
    assertThat(referral.state()).isEqualTo(ReferralState.ENTERED_IN_ERROR);
  }

  @Test
  void r5_2_anotherCourseOfCaresReferralIsNotMoved() {
    Runner runner = aRunnerWithBackPain().screenedNegative();
    Referral first = asked(runner, "stiff in the morning?");
    runner.withAnotherComplaint();

    refused("referral.otherEpisode", () -> take(runner, first, ReferralAction.SEND));
  }
}

package org.pacegate.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.domain.fixtures.Professional.aPhysician;
import static org.pacegate.domain.fixtures.Refusals.refused;
import static org.pacegate.domain.fixtures.Runner.aRunnerWithBackPain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.fixtures.Drafts;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.fixtures.Referred;
import org.pacegate.domain.fixtures.Runner;
import org.pacegate.domain.fixtures.Screened;
import org.pacegate.domain.injury.EpisodeState;
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
import org.pacegate.domain.shared.InvalidValue;

/**
 * R5.5 to R5.9, R5.12 to R5.15: what happens to a course of care moves who is asked outside, and
 * back.
 */
class ReferringTest {

  private static ReferralStep by(Runner runner, Role role) {
    return Referred.step(runner.next(role == Role.STAFF ? 11 : 21), role);
  }

  private static Referral asked(Runner runner, String question) {
    ReferralRequest request =
        ReferralRequest.byHand(
            runner.episode().id(), Urgency.U3_ROUTINE, Target.RHEUMATOLOGY, question, null);
    return runner.course().refer(request, by(runner, Role.THERAPIST));
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
    take(runner, referral, ReferralAction.SEND, ReferralAction.RECEIVE, ReferralAction.ACCEPT);
    refused("referral.flagStands", () -> take(runner, referral, ReferralAction.HOLD));

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

  private static Referral asked(Runner runner, Urgency urgency, Target target, String question) {
    ReferralRequest request =
        ReferralRequest.byHand(runner.episode().id(), urgency, target, question, null);
    return runner.course().refer(request, by(runner, Role.THERAPIST));
  }

  private static Runner treated() {
    return aRunnerWithBackPain().screenedNegative().diagnosedBy(aPhysician()).onAPlan();
  }

  private static void clear(Runner runner, Screening screening, String rule) {
    runner
        .course()
        .decideFlag(
            screening,
            rule,
            FlagState.CLEARED,
            "examined",
            aPhysician().licence(),
            runner.next(21));
  }

  private static void answer(Runner runner, Referral referral) {
    take(
        runner,
        referral,
        ReferralAction.SEND,
        ReferralAction.RECEIVE,
        ReferralAction.ACCEPT,
        ReferralAction.SCHEDULE,
        ReferralAction.BEGIN);
    runner
        .course()
        .referring()
        .complete(referral, ReferralResult.NO_DIAGNOSIS_FOUND, by(runner, Role.PHYSICIAN));
  }

  private static Referral redirect(
      Runner runner, Referral referral, Target target, Urgency urgency) {
    return runner
        .course()
        .redirect(
            referral,
            referral.request().redirectedTo(target, urgency, null),
            by(runner, Role.THERAPIST));
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, SUSPENDED, DIAGNOSED",
    "U1_SAME_DAY, SUSPENDED, DIAGNOSED",
    "U2_URGENT_1_2W, ACTIVE, PLAN_ACTIVE",
    "U3_ROUTINE, ACTIVE, PLAN_ACTIVE"
  })
  void r5_13_whatMustNotWaitIsAskedAtAnyTimeAndSuspendsThePlan(
      Urgency urgency, PlanState plan, EpisodeState episode) {
    Runner runner = treated();

    asked(runner, urgency, Target.ED, "numb since this morning?");

    assertThat(runner.plan().state()).isEqualTo(plan);
    assertThat(runner.episode().state()).isEqualTo(episode);
  }

  @Test
  void r5_13_aPlanOnHoldIsSuspendedTooAndSaysWhy() {
    Runner runner = treated();
    runner.course().treatment().hold("holiday", runner.next(Runner.THERAPIST));

    asked(runner, Urgency.U1_SAME_DAY, Target.ED, "numb since this morning?");

    assertThat(runner.plan().stateReason()).isEqualTo("plan.suspended.urgentReferral");
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.DIAGNOSED);
  }

  @ParameterizedTest
  @EnumSource(value = Urgency.class, mode = EnumSource.Mode.EXCLUDE, names = "U3_ROUTINE")
  void r5_8_aConfirmedDiagnosisEndsNothingRed(Urgency urgency) {
    Runner runner = aRunnerWithBackPain().screenedNegative();
    Referral red = asked(runner, urgency, Target.ED, "numb since this morning?");

    runner.diagnosedBy(aPhysician());

    assertThat(red.state()).isEqualTo(ReferralState.DRAFT);
  }

  @Test
  void r5_8_whoeverHasAnAppointmentKeepsItWhenADiagnosisIsConfirmed() {
    Runner runner = aRunnerWithBackPain().screenedNegative();
    Referral scheduled = asked(runner, "stiff in the morning?");
    take(
        runner,
        scheduled,
        ReferralAction.SEND,
        ReferralAction.RECEIVE,
        ReferralAction.ACCEPT,
        ReferralAction.SCHEDULE);

    runner.diagnosedBy(aPhysician());

    assertThat(scheduled.state()).isEqualTo(ReferralState.SCHEDULED);
  }

  @Test
  void r5_8_aRevisedDiagnosisEndsNoReferral() {
    Runner runner = aRunnerWithBackPain().screenedNegative().diagnosedBy(aPhysician());
    Referral waiting = asked(runner, "stiff in the morning?");

    runner
        .course()
        .revise(
            runner.diagnosis(),
            Drafts.aConfirmedStrain(),
            "MRI",
            aPhysician().licence(),
            runner.next(21));

    assertThat(waiting.state()).isEqualTo(ReferralState.DRAFT);
  }

  @Test
  void r5_14_aClearedFlagLeavesNoOtherWithNobodyAsked() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U1_SAME_DAY);
    Screening first = runner.screening();
    runner.screenedWith(Urgency.U1_SAME_DAY, Urgency.U2_URGENT_1_2W);
    Screening second = runner.screening();
    assertThat(states(runner)).as("asked once for both").containsExactly(ReferralState.DRAFT);

    clear(runner, second, "R1");
    clear(runner, first, "R1");

    assertThat(states(runner)).containsExactly(ReferralState.CANCELLED, ReferralState.DRAFT);
    assertThat(runner.referral().request().reason()).isEqualTo("rule.R2");
    assertThat(runner.referral().request().screeningId()).isEqualTo(second.id());
  }

  @Test
  void r5_14_aClearedFlagEndsItsOwnReferralAndTheNextOneOfTheScreeningIsAsked() {
    Runner runner =
        aRunnerWithBackPain().screenedWith(Urgency.U0_EMERGENCY_NOW, Urgency.U2_URGENT_1_2W);
    assertThat(states(runner)).as("the worst asks").containsExactly(ReferralState.DRAFT);

    clear(runner, runner.screening(), "R1");

    assertThat(states(runner)).containsExactly(ReferralState.CANCELLED, ReferralState.DRAFT);
    assertThat(runner.referral().request().reason()).isEqualTo("rule.R2");
    assertThat(runner.referral().urgency()).isEqualTo(Urgency.U2_URGENT_1_2W);
  }

  @Test
  void r5_14_anEmergencyThatStandsAgainIsAskedWhateverLowerOneIsOpen() {
    Runner runner =
        aRunnerWithBackPain().screenedWith(Urgency.U0_EMERGENCY_NOW, Urgency.U2_URGENT_1_2W);
    Professional physician = aPhysician();
    runner.flagClearedBy(physician);
    assertThat(runner.referral().urgency()).isEqualTo(Urgency.U2_URGENT_1_2W);

    physician.licence().lapse(runner.clock().today(), "found late", runner.next(31));
    runner.course().licenceLapsed(physician.licence(), runner.next(31));

    assertThat(runner.referral().request().reason()).isEqualTo("rule.R1");
    assertThat(runner.referral().urgency()).isEqualTo(Urgency.U0_EMERGENCY_NOW);
  }

  @Test
  void r5_14_theSameRuleThatStandsAgainMoreUrgentlyTakesTheLowerOnesPlace() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U0_EMERGENCY_NOW);
    Professional physician = aPhysician();
    runner.flagClearedBy(physician).screenedWith(Urgency.U2_URGENT_1_2W);
    Referral lower = runner.referral();

    physician.licence().lapse(runner.clock().today(), "found late", runner.next(31));
    runner.course().licenceLapsed(physician.licence(), runner.next(31));

    assertThat(lower.state()).isEqualTo(ReferralState.SUPERSEDED);
    assertThat(lower.supersededBy()).isEqualTo(runner.referral().id());
    assertThat(runner.referral().urgency()).isEqualTo(Urgency.U0_EMERGENCY_NOW);
  }

  @Test
  void r5_14_aVisitForALowerFlagIsNoAnswerToAnEmergency() {
    Runner runner =
        aRunnerWithBackPain().screenedWith(Urgency.U0_EMERGENCY_NOW, Urgency.U2_URGENT_1_2W);
    Professional physician = aPhysician();
    runner.flagClearedBy(physician);
    take(
        runner,
        runner.referral(),
        ReferralAction.SEND,
        ReferralAction.RECEIVE,
        ReferralAction.ACCEPT,
        ReferralAction.SCHEDULE,
        ReferralAction.BEGIN);

    physician.licence().lapse(runner.clock().today(), "found late", runner.next(31));
    runner.course().licenceLapsed(physician.licence(), runner.next(31));

    assertThat(states(runner))
        .containsExactly(ReferralState.CANCELLED, ReferralState.IN_PROGRESS, ReferralState.DRAFT);
    assertThat(runner.referral().urgency()).isEqualTo(Urgency.U0_EMERGENCY_NOW);
  }

  @Test
  void r7_12_whatIsAskedWithoutHasteIsHandedOverWithTheRunner() {
    Runner runner = aRunnerWithBackPain().screenedNegative();
    Referral routine = asked(runner, "stiff in the morning?");

    runner.course().treatment().transfer("moved to Leeds", null, runner.next(21));

    assertThat(routine.state()).isEqualTo(ReferralState.CANCELLED);
    assertThat(routine.outcome()).isEqualTo("moved to Leeds");
  }

  @Test
  void r5_14_aVisitBeforeTheDangerIsNoAnswerToIt() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U1_SAME_DAY);
    Referral monday = runner.referral();
    take(
        runner,
        monday,
        ReferralAction.SEND,
        ReferralAction.RECEIVE,
        ReferralAction.ACCEPT,
        ReferralAction.SCHEDULE,
        ReferralAction.BEGIN);
    assertThat(states(runner)).as("seen").containsExactly(ReferralState.IN_PROGRESS);

    runner.clock().pass(Duration.ofDays(4));
    runner.screenedWith(Urgency.U1_SAME_DAY);
    assertThat(states(runner)).containsExactly(ReferralState.IN_PROGRESS, ReferralState.DRAFT);

    runner
        .course()
        .referring()
        .complete(monday, ReferralResult.NO_DIAGNOSIS_FOUND, by(runner, Role.PHYSICIAN));
    assertThat(states(runner))
        .as("Monday's letter")
        .containsExactly(ReferralState.COMPLETED, ReferralState.DRAFT);
  }

  @Test
  void r5_8_whoeverIsSeenAlreadyIsNotSupersededByAHigherUrgency() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U2_URGENT_1_2W);
    take(
        runner,
        runner.referral(),
        ReferralAction.SEND,
        ReferralAction.RECEIVE,
        ReferralAction.ACCEPT,
        ReferralAction.SCHEDULE,
        ReferralAction.BEGIN);

    runner.screenedWith(Urgency.U0_EMERGENCY_NOW);

    assertThat(states(runner)).containsExactly(ReferralState.IN_PROGRESS, ReferralState.DRAFT);
  }

  @Test
  void r5_16_whoWasSeenBeforeItExpiredIsToldUnderItsSuccessor() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U1_SAME_DAY);
    Referral friday = runner.referral();
    take(runner, friday, ReferralAction.SEND);
    Instant seen = runner.clock().now().plus(Duration.ofHours(3));
    runner.clock().pass(Duration.ofHours(60));
    Referral successor = friday.expire(runner.next(21)).orElseThrow();
    runner.records().keep(successor);
    friday.replacedBy(successor);
    take(runner, successor, ReferralAction.SEND, ReferralAction.RECEIVE, ReferralAction.ACCEPT);

    refused(
        "invalid.appointment.past",
        () ->
            runner
                .course()
                .referring()
                .schedule(
                    successor, friday.askedAt().minusSeconds(60), by(runner, Role.PHYSICIAN)));
    runner.course().referring().schedule(successor, seen, by(runner, Role.PHYSICIAN));

    assertThat(successor.appointmentAt()).isEqualTo(seen);
  }

  @Test
  void r5_10_theTimeOnHoldIsNoWaiting() {
    Runner runner = aRunnerWithBackPain().screenedNegative();
    Referral referral = asked(runner, "stiff in the morning?");
    take(runner, referral, ReferralAction.SEND, ReferralAction.RECEIVE, ReferralAction.ACCEPT);
    take(runner, referral, ReferralAction.HOLD);
    Instant before = referral.expiresAt();

    runner.clock().pass(Duration.ofDays(100));
    take(runner, referral, ReferralAction.RESUME);

    assertThat(referral.expiresAt())
        .isBetween(before.plus(Duration.ofDays(100)), before.plus(Duration.ofDays(101)));
  }

  @Test
  void r7_12_anEmergencyAskedByHandIsNotLeftOnACourseThatEnds() {
    Runner runner = aRunnerWithBackPain().screenedNegative();
    Referral emergency =
        asked(runner, Urgency.U0_EMERGENCY_NOW, Target.ED_SPINAL, "numb between the legs");

    refused(
        "episode.referralOpen",
        () -> runner.course().treatment().closeLost("never came back", runner.next(21)));
    assertThatThrownBy(
            () -> runner.course().treatment().transfer("moved away", null, runner.next(21)))
        .isInstanceOf(InvalidValue.class);
    assertThat(emergency.isOpen()).isTrue();

    runner.course().treatment().transfer("moved away", "Dr Ruiz knows", runner.next(21));
    assertThat(emergency.state()).isEqualTo(ReferralState.CANCELLED);
  }

  @Test
  void r5_14_whatWasReplacedTwiceIsAskedAgainToo() {
    Runner runner =
        aRunnerWithBackPain()
            .screened(
                Screened.with(Screened.rule("R9", Urgency.U2_URGENT_1_2W, OptionalInt.empty())))
            .screenedWith(Urgency.U0_EMERGENCY_NOW);
    take(runner, runner.referral(), ReferralAction.SEND, ReferralAction.DECLINE);

    runner.flagClearedBy(aPhysician());

    assertThat(states(runner))
        .containsExactly(
            ReferralState.SUPERSEDED,
            ReferralState.DECLINED,
            ReferralState.CANCELLED,
            ReferralState.DRAFT);
    assertThat(runner.referral().request().reason()).isEqualTo("rule.R9");
  }

  @Test
  void r5_14_whoeverHasSeenTheRunnerIsNotAskedAgain() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U1_SAME_DAY);
    answer(runner, runner.referral());
    runner.screened(
        Screened.with(Screened.rule("R9", Urgency.U2_URGENT_1_2W, OptionalInt.empty())));

    clear(runner, runner.screening(), "R9");

    assertThat(states(runner)).containsExactly(ReferralState.COMPLETED, ReferralState.CANCELLED);
  }

  @Test
  void r5_14_anAnswerThatWasNoneIsAskedForAgainWhileTheFlagStands() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U1_SAME_DAY);
    Referral answered = runner.referral();
    answer(runner, answered);

    take(runner, answered, ReferralAction.ENTER_IN_ERROR);

    assertThat(states(runner)).containsExactly(ReferralState.ENTERED_IN_ERROR, ReferralState.DRAFT);
    assertThat(runner.referral().request()).isEqualTo(answered.request());
    assertThat(answered.supersededBy()).isEqualTo(runner.referral().id());
  }

  @Test
  void r5_14_anAnswerThatWasNoneIsNotAskedForAgainWhenTheFlagIsCleared() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U1_SAME_DAY);
    Referral answered = runner.referral();
    answer(runner, answered);
    runner.flagClearedBy(aPhysician());

    take(runner, answered, ReferralAction.ENTER_IN_ERROR);

    assertThat(states(runner)).containsExactly(ReferralState.ENTERED_IN_ERROR);
  }

  @Test
  void r5_14_aCliniciansQuestionThatARulesReplacedIsAskedAgainWhenThatIsCleared() {
    Runner runner = aRunnerWithBackPain().screenedNegative();
    Referral own = asked(runner, Urgency.U3_ROUTINE, Target.PHYSICIAN, "stiff in the morning?");
    runner.screenedWith(Urgency.U1_SAME_DAY);

    runner.flagClearedBy(aPhysician());

    assertThat(states(runner))
        .containsExactly(ReferralState.SUPERSEDED, ReferralState.CANCELLED, ReferralState.DRAFT);
    assertThat(runner.referral().request()).isEqualTo(own.request());
  }

  @Test
  void r5_15_somebodyElseIsAskedForTheSameCause() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U1_SAME_DAY);
    Referral first = runner.referral();
    take(runner, first, ReferralAction.SEND);

    Referral second = redirect(runner, first, Target.ED, Urgency.U1_SAME_DAY);

    assertThat(first.state()).isEqualTo(ReferralState.SUPERSEDED);
    assertThat(first.supersededBy()).isEqualTo(second.id());
    assertThat(second.request().target()).isEqualTo("ED");
    assertThat(second.request().screeningId()).isEqualTo(runner.screening().id());
    assertThat(second.request().dueAt()).isEqualTo(first.request().dueAt());
    refused("referral.flagStands", () -> take(runner, second, ReferralAction.CANCEL));
    runner.flagClearedBy(aPhysician());
    assertThat(second.state()).isEqualTo(ReferralState.CANCELLED);
  }

  @Test
  void r5_15_aQuestionBecomesMoreUrgentAndSuspendsThePlan() {
    Runner runner = treated();
    Referral routine = asked(runner, "stiff in the morning?");

    Referral today = redirect(runner, routine, Target.RHEUMATOLOGY, Urgency.U1_SAME_DAY);

    assertThat(today.urgency()).isEqualTo(Urgency.U1_SAME_DAY);
    assertThat(runner.plan().state()).isEqualTo(PlanState.SUSPENDED);
    refused(
        "invalid.urgency.lower",
        () -> redirect(runner, today, Target.RHEUMATOLOGY, Urgency.U2_URGENT_1_2W));
    refused(
        "invalid.target.same",
        () -> redirect(runner, today, Target.RHEUMATOLOGY, Urgency.U1_SAME_DAY));
  }

  @Test
  void r5_15_whatIsAskedThereAlreadyIsNotRedirectedThere() {
    Runner runner = aRunnerWithBackPain().screenedNegative();
    asked(runner, "stiff in the morning?");
    Referral other = asked(runner, Urgency.U3_ROUTINE, Target.PHYSICIAN, "stiff in the morning?");

    refused(
        "referral.exists", () -> redirect(runner, other, Target.RHEUMATOLOGY, Urgency.U3_ROUTINE));
    assertThat(other.isOpen()).isTrue();
  }
}

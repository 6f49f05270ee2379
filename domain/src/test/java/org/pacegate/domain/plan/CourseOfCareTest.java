package org.pacegate.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.pacegate.domain.fixtures.Professional.aPhysician;
import static org.pacegate.domain.fixtures.Professional.aPhysiotherapist;
import static org.pacegate.domain.fixtures.Professional.anotherPhysician;
import static org.pacegate.domain.fixtures.Refusals.refused;
import static org.pacegate.domain.fixtures.Runner.THERAPIST;
import static org.pacegate.domain.fixtures.Runner.aRunnerWithBackPain;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.DangerElsewhere;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.diagnosis.DiagnosisDraft;
import org.pacegate.domain.diagnosis.GateDecision;
import org.pacegate.domain.diagnosis.GateRefusal;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.fixtures.Drafts;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.fixtures.Runner;
import org.pacegate.domain.fixtures.Screened;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.injury.EpisodeTransition;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralState;
import org.pacegate.domain.screening.FlagDecision;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.Attribution;

/** R7.1 to R7.6, R5.1, R3.3: what one step makes of the other records. */
class CourseOfCareTest {

  private static Runner treated() {
    return aRunnerWithBackPain().screenedNegative().diagnosedBy(aPhysician()).onAPlan();
  }

  @Test
  void r3_2_theWayFromTheDeskToThePlanIsKept() {
    assertThat(treated().episode().transitions())
        .extracting(EpisodeTransition::to)
        .containsExactly(
            EpisodeState.INTAKE,
            EpisodeState.SCREENED,
            EpisodeState.AWAITING_DIAGNOSIS,
            EpisodeState.DIAGNOSED,
            EpisodeState.PLAN_ACTIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, LOCKED_RED_FLAG, plan.suspended.dangerousAnswer",
    "U1_SAME_DAY, LOCKED_RED_FLAG, plan.suspended.dangerousAnswer",
    "U2_URGENT_1_2W, DIAGNOSED, plan.suspended.openFlag"
  })
  void r7_3_aFlagSuspendsThePlanAtOnce(Urgency urgency, EpisodeState state, String reason) {
    Runner runner = treated().screenedWith(urgency);

    assertThat(runner.episode().state()).isEqualTo(state);
    assertThat(runner.plan().state()).isEqualTo(PlanState.SUSPENDED);
    assertThat(runner.plan().stateReason()).isEqualTo(reason);
  }

  @Test
  void r7_3_aRoutineFindingLeavesThePlanAlone() {
    Runner runner = treated().screenedWith(Urgency.U3_ROUTINE);

    assertThat(runner.episode().state()).isEqualTo(EpisodeState.PLAN_ACTIVE);
    assertThat(runner.plan().state()).isEqualTo(PlanState.ACTIVE);
    assertThat(runner.course().screenings()).hasSize(2);
  }

  @Test
  void r5_1_theMostUrgentRuleDraftsOneReferral() {
    Runner runner =
        aRunnerWithBackPain().screenedWith(Urgency.U2_URGENT_1_2W, Urgency.U0_EMERGENCY_NOW);

    assertThat(runner.referral().urgency()).isEqualTo(Urgency.U0_EMERGENCY_NOW);
    assertThat(runner.referral().request().reason()).isEqualTo("rule.R1");
    assertThat(runner.referral().state()).isEqualTo(ReferralState.DRAFT);
    assertThat(runner.referral().request().dueAt())
        .isEqualTo(runner.clock().now().plus(Duration.ofHours(1)));
  }

  @Test
  void r7_4_theLastClearanceUnlocksAndCancelsTheReferral() {
    Runner runner =
        treated()
            .screenedWith(Urgency.U0_EMERGENCY_NOW, Urgency.U1_SAME_DAY)
            .flagDecided("R1", FlagState.CLEARED, aPhysician());
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.LOCKED_RED_FLAG);
    assertThat(runner.referral().isOpen()).isTrue();

    runner.flagDecided("R2", FlagState.CLEARED, aPhysician());

    assertThat(runner.episode().state()).isEqualTo(EpisodeState.DIAGNOSED);
    assertThat(runner.screening().status()).isEqualTo(ScreeningStatus.POSITIVE_CLEARED);
    assertThat(runner.referral().state()).isEqualTo(ReferralState.CANCELLED);
    assertThat(runner.plan().state()).isEqualTo(PlanState.SUSPENDED);
  }

  @Test
  void r7_4_afterClearanceThePlanGoesOnByANewProof() {
    Runner runner = treated().screenedWith(Urgency.U1_SAME_DAY).flagClearedBy(aPhysician());

    resume(runner);

    assertThat(runner.plan().state()).isEqualTo(PlanState.ACTIVE);
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.PLAN_ACTIVE);
  }

  @Test
  void r3_3_aLaterNegativeScreeningDoesNotUnlock() {
    Runner runner = treated().screenedWith(Urgency.U0_EMERGENCY_NOW).screenedNegative();

    assertThat(runner.episode().state()).isEqualTo(EpisodeState.LOCKED_RED_FLAG);
  }

  @Test
  void r3_3_aConfirmedFlagKeepsTheLock() {
    Runner runner =
        treated()
            .screenedWith(Urgency.U1_SAME_DAY)
            .flagDecided("R1", FlagState.CONFIRMED, aPhysician());

    assertThat(runner.episode().state()).isEqualTo(EpisodeState.LOCKED_RED_FLAG);
    assertThat(runner.referral().isOpen()).isTrue();
  }

  @Test
  void r3_3_aLockedEpisodeIsTransferredButNotDischargedOrLost() {
    Runner runner = treated().screenedWith(Urgency.U0_EMERGENCY_NOW);

    refused("episode.flagsStand", () -> runner.course().treatment().discharge("well", now(runner)));
    refused(
        "episode.flagsStand",
        () -> runner.course().treatment().closeLost("no answer", now(runner)));
    refused(
        "invalid.handOver.missing",
        () -> runner.course().treatment().transfer("taken to hospital", " ", now(runner)));
    runner
        .course()
        .treatment()
        .transfer("taken to hospital", "Dr Ruiz, emergency department", now(runner));

    assertThat(runner.episode().state()).isEqualTo(EpisodeState.TRANSFERRED);
    assertThat(runner.plan().state()).isEqualTo(PlanState.REVOKED);
    var steps = runner.episode().transitions();
    assertThat(steps.get(steps.size() - 1).handOver()).isEqualTo("Dr Ruiz, emergency department");
    assertThat(runner.referral().state()).isEqualTo(ReferralState.CANCELLED);
    assertThat(runner.referral().outcome()).isEqualTo("Dr Ruiz, emergency department");
  }

  @Test
  void r7_12_nobodyIsDischargedOrLostWhileAFlagStands() {
    Runner runner = treated().screenedWith(Urgency.U2_URGENT_1_2W);

    refused("episode.flagsStand", () -> runner.course().treatment().discharge("runs", now(runner)));
    refused(
        "episode.flagsStand",
        () -> runner.course().treatment().closeLost("no answer", now(runner)));
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.DIAGNOSED);

    runner.flagClearedBy(aPhysician());
    runner.course().treatment().closeLost("no answer", now(runner));
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.CLOSED_LOST);
  }

  @Test
  void r7_13_everyStepOfAPlanIsKeptWithItsReason() {
    Runner runner = treated().screenedWith(Urgency.U1_SAME_DAY).flagClearedBy(aPhysician());
    resume(runner);
    runner.course().treatment().hold("holiday", now(runner));

    assertThat(runner.plan().transitions())
        .extracting(PlanTransition::from, PlanTransition::to, PlanTransition::reason)
        .containsExactly(
            tuple(PlanState.ACTIVE, PlanState.SUSPENDED, "plan.suspended.dangerousAnswer"),
            tuple(PlanState.SUSPENDED, PlanState.ACTIVE, "plan.resumed"),
            tuple(PlanState.ACTIVE, PlanState.ON_HOLD, "holiday"));
  }

  @Test
  void r6_3_refutingNeedsALicenceAndAnAuthorsOwnSlipDoesNot() {
    Runner runner = treated();
    Diagnosis diagnosis = runner.diagnosis();
    Professional other = anotherPhysician();

    refused(
        "diagnosis.noAuthority",
        () ->
            runner
                .course()
                .endDiagnosis(diagnosis, VerificationStatus.REFUTED, "so", null, runner.next(21)));
    refused(
        "diagnosis.noAuthority",
        () ->
            runner
                .course()
                .endDiagnosis(
                    diagnosis,
                    VerificationStatus.ENTERED_IN_ERROR,
                    "so",
                    null,
                    runner.next(other.id())));
    assertThat(runner.plan().state()).isEqualTo(PlanState.ACTIVE);

    runner
        .course()
        .endDiagnosis(
            diagnosis, VerificationStatus.ENTERED_IN_ERROR, "slip", null, runner.next(21));
    assertThat(diagnosis.isActive()).isFalse();
  }

  @Test
  void anIncompleteScreeningWaitsForItsAnswers() {
    Runner runner = aRunnerWithBackPain().screened(Screened.incomplete());
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.SCREENED);

    runner.screenedNegative();
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.AWAITING_DIAGNOSIS);
  }

  @Test
  void aDiagnosisBeforeTheFirstScreeningIsRefused() {
    Runner runner = aRunnerWithBackPain();

    refused("diagnosis.notScreened", () -> runner.diagnosedBy(aPhysician()));
    assertThat(runner.records().all(Diagnosis.class)).isEmpty();
  }

  @Test
  void aSecondDiagnosisIsARevision() {
    Runner runner = aRunnerWithBackPain().screenedNegative().diagnosedBy(aPhysician());

    refused("diagnosis.exists", () -> runner.diagnosedBy(anotherPhysician()));
  }

  @Test
  void r6_2_aPhysiotherapistDoesNotDiagnoseByDefault() {
    Runner runner = aRunnerWithBackPain().screenedNegative();

    refused("diagnosis.noAuthority", () -> runner.diagnosedBy(aPhysiotherapist()));
  }

  @Test
  void r7_5_aRevisionSuspendsThePlanAndKeepsTheOldJudgement() {
    Runner runner = treated();
    Diagnosis first = runner.diagnosis();

    Professional second = anotherPhysician();
    runner
        .course()
        .revise(
            first,
            Drafts.aConfirmedStressFracture(),
            "MRI came in",
            second.licence(),
            runner.next(second.id()));

    assertThat(first.isActive()).isFalse();
    assertThat(first.verificationStatus()).isEqualTo(VerificationStatus.CONFIRMED);
    assertThat(runner.diagnosis().revisesId()).isEqualTo(first.id());
    assertThat(runner.plan().state()).isEqualTo(PlanState.SUSPENDED);
    assertThat(runner.plan().stateReason()).isEqualTo("plan.suspended.diagnosisRevised");
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.DIAGNOSED);
  }

  @Test
  void r7_5_theOldPlanDoesNotGoOnOnANewDiagnosis() {
    Runner runner = treated();
    runner
        .course()
        .revise(
            runner.diagnosis(),
            Drafts.aConfirmedStrain(),
            "other muscle",
            aPhysician().licence(),
            runner.next(21));

    refused("plan.diagnosisReplaced", () -> resume(runner));
    runner.onAPlan();

    assertThat(runner.records().all(CarePlan.class))
        .extracting(CarePlan::state)
        .containsExactly(PlanState.REVOKED, PlanState.ACTIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "REFUTED, plan.suspended.diagnosisRefuted",
    "ENTERED_IN_ERROR, plan.suspended.diagnosisEnteredInError"
  })
  void r7_5_aFallenDiagnosisSuspendsThePlanAndSaysWhy(VerificationStatus as, String reason) {
    Runner runner = treated();

    runner
        .course()
        .endDiagnosis(
            runner.diagnosis(), as, "other cause found", aPhysician().licence(), runner.next(21));

    assertThat(runner.plan().state()).isEqualTo(PlanState.SUSPENDED);
    assertThat(runner.plan().stateReason()).isEqualTo(reason);
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.AWAITING_DIAGNOSIS);
    refused("gate.shut", () -> resume(runner));
  }

  @ParameterizedTest
  @EnumSource(
      value = VerificationStatus.class,
      names = {"PROVISIONAL", "CONFIRMED"})
  void aDiagnosisEndsAsRefutedOrEnteredInErrorOnly(VerificationStatus as) {
    Runner runner = treated();

    refused(
        "diagnosis.noSuchEnd",
        () ->
            runner
                .course()
                .endDiagnosis(
                    runner.diagnosis(), as, "so", aPhysician().licence(), runner.next(21)));
    assertThat(runner.plan().state()).isEqualTo(PlanState.ACTIVE);
  }

  @Test
  void aWrongEntryIsCorrectedAfterDischarge() {
    Runner runner = treated();
    runner.course().treatment().discharge("runs again", now(runner));

    runner
        .course()
        .endDiagnosis(
            runner.diagnosis(),
            VerificationStatus.ENTERED_IN_ERROR,
            "wrong runner",
            null,
            runner.next(aPhysician().id()));

    assertThat(runner.diagnosis().isActive()).isFalse();
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.DISCHARGED);
    assertThat(runner.plan().state()).isEqualTo(PlanState.COMPLETED);
  }

  @ParameterizedTest
  @CsvSource({"0, SUSPENDED", "1, ACTIVE"})
  void r7_5_aLapseFoundLaterSuspendsWhatWasSignedFromThatDayOn(int days, PlanState state) {
    Professional physician = aPhysician();
    Runner runner = aRunnerWithBackPain().screenedNegative().diagnosedBy(physician).onAPlan();
    physician.licence().lapse(runner.clock().today().plusDays(days), "found late", now(runner));

    runner.course().licenceLapsed(physician.licence(), now(runner));

    assertThat(runner.plan().state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, LOCKED_RED_FLAG",
    "U1_SAME_DAY, LOCKED_RED_FLAG",
    "U2_URGENT_1_2W, DIAGNOSED"
  })
  void r7_10_aClearanceFallsWithTheLicenceItWasMadeUnder(Urgency urgency, EpisodeState state) {
    Professional lapsing = anotherPhysician();
    Runner runner =
        aRunnerWithBackPain()
            .screenedWith(urgency)
            .flagClearedBy(lapsing)
            .diagnosedBy(aPhysician())
            .onAPlan();
    lapsing.licence().lapse(runner.clock().today(), "found late", now(runner));

    Attribution found = now(runner);
    runner.course().licenceLapsed(lapsing.licence(), found);

    assertThat(runner.screening().flags().get(0).decisions())
        .extracting(FlagDecision::state, FlagDecision::decidedBy, FlagDecision::reason)
        .containsExactly(
            tuple(FlagState.CLEARED, lapsing.id(), "examined"),
            tuple(FlagState.OPEN, found.by(), "flag.reopened.licenceLapsed"));
    assertThat(runner.screening().status()).isEqualTo(ScreeningStatus.POSITIVE_OPEN);
    assertThat(runner.episode().state()).isEqualTo(state);
    assertThat(runner.plan().state()).isEqualTo(PlanState.SUSPENDED);
    assertThat(runner.plan().stateReason()).isEqualTo("plan.suspended.clearanceLapsed");
    assertThat(runner.referral().isOpen()).as("asked for again").isTrue();
    assertThat(runner.records().all(Referral.class)).hasSize(2);

    runner.flagClearedBy(aPhysician());
    resume(runner);
    assertThat(runner.plan().state()).isEqualTo(PlanState.ACTIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, SUSPENDED, DIAGNOSED",
    "U1_SAME_DAY, SUSPENDED, DIAGNOSED",
    "U2_URGENT_1_2W, ACTIVE, PLAN_ACTIVE"
  })
  void r7_11_aDangerInAnotherComplaintSuspendsThePlan(
      Urgency urgency, PlanState plan, EpisodeState state) {
    Runner runner = treated();
    Episode back = runner.episode();

    runner.withAnotherComplaint().screenedWith(urgency).about(back);

    assertThat(runner.plan().state()).isEqualTo(plan);
    assertThat(back.state()).isEqualTo(state);
    if (plan == PlanState.SUSPENDED) {
      assertThat(runner.plan().stateReason()).isEqualTo("plan.suspended.dangerElsewhere");
      refused("gate.shut", () -> resume(runner));
    }
  }

  @Test
  void r7_11_theRefusalSaysWhereTheDangerStands() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U0_EMERGENCY_NOW);
    Episode back = runner.episode();
    Screening dangerous = runner.screening();
    runner.withAnotherComplaint().screenedNegative().diagnosed(aKneeStrain(), aPhysician());

    assertThat(gate(runner).refusals()).containsExactly(GateRefusal.DANGER_IN_OTHER_EPISODE);
    assertThat(runner.course().dangersElsewhere())
        .containsExactly(
            new DangerElsewhere(
                back.id(),
                BodySite.LOW_BACK,
                Side.MIDLINE,
                dangerous.id(),
                Urgency.U0_EMERGENCY_NOW));
    refused("gate.shut", runner::onAPlan);

    Episode knee = runner.episode();
    runner.about(back).flagClearedBy(aPhysician()).about(knee);
    assertThat(gate(runner).isAllowed()).isTrue();
  }

  @Test
  void r7_11_aDangerThatSomebodyElseHasTakenOverIsTheirs() {
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U0_EMERGENCY_NOW);
    runner
        .course()
        .treatment()
        .transfer("taken to hospital", "Dr Ruiz, emergency department", now(runner));
    runner.withAnotherComplaint().screenedNegative().diagnosed(aKneeStrain(), aPhysician());

    assertThat(gate(runner).isAllowed()).isTrue();
  }

  @Test
  void r7_11_aClearanceThatFallsSuspendsTheOtherPlansToo() {
    Professional lapsing = anotherPhysician();
    Runner runner = aRunnerWithBackPain().screenedWith(Urgency.U1_SAME_DAY).flagClearedBy(lapsing);
    runner
        .withAnotherComplaint()
        .screenedNegative()
        .diagnosed(aKneeStrain(), aPhysician())
        .onAPlan();
    lapsing.licence().lapse(runner.clock().today(), "found late", now(runner));

    runner.file().licenceLapsed(lapsing.licence(), now(runner));

    assertThat(runner.plan().state()).isEqualTo(PlanState.SUSPENDED);
    assertThat(runner.plan().stateReason()).isEqualTo("plan.suspended.dangerElsewhere");
  }

  private static DiagnosisDraft aKneeStrain() {
    return Drafts.diagnosis(Drafts.STRAIN, BodySite.KNEE, VerificationStatus.CONFIRMED);
  }

  private static GateDecision gate(Runner runner) {
    return runner
        .course()
        .treatment()
        .previewGate(
            Drafts.halfTheDistance(runner.clock().today()).intent(),
            Set.of(Role.THERAPIST),
            now(runner));
  }

  @Test
  void r7_10_whatWasClearedBeforeTheLapseStaysCleared() {
    Professional lapsing = anotherPhysician();
    Runner runner =
        aRunnerWithBackPain()
            .screenedWith(Urgency.U1_SAME_DAY)
            .flagClearedBy(lapsing)
            .diagnosedBy(aPhysician())
            .onAPlan();
    lapsing.licence().lapse(runner.clock().today().plusDays(1), "found late", now(runner));

    runner.course().licenceLapsed(lapsing.licence(), now(runner));

    assertThat(runner.screening().status()).isEqualTo(ScreeningStatus.POSITIVE_CLEARED);
    assertThat(runner.plan().state()).isEqualTo(PlanState.ACTIVE);
  }

  @Test
  void r7_10_afterTheEndAClearanceFallsOnRecordOnly() {
    Professional lapsing = anotherPhysician();
    Runner runner =
        aRunnerWithBackPain()
            .screenedWith(Urgency.U1_SAME_DAY)
            .flagClearedBy(lapsing)
            .diagnosedBy(aPhysician())
            .onAPlan();
    runner.course().treatment().discharge("runs again", now(runner));
    lapsing.licence().lapse(runner.clock().today(), "found late", now(runner));

    runner.course().licenceLapsed(lapsing.licence(), now(runner));

    assertThat(runner.screening().hasStandingFlag()).isTrue();
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.DISCHARGED);
    assertThat(runner.records().all(Referral.class)).hasSize(1);
    runner.flagClearedBy(aPhysician());
    assertThat(runner.screening().hasStandingFlag()).as("can still be decided").isFalse();
  }

  @Test
  void r7_5_somebodyElsesLapseChangesNothing() {
    Runner runner = treated();
    Professional other = anotherPhysician();
    other.licence().lapse(runner.clock().today().minusYears(1), "found late", now(runner));

    runner.course().licenceLapsed(other.licence(), now(runner));

    assertThat(runner.plan().state()).isEqualTo(PlanState.ACTIVE);
  }

  @Test
  void r7_6_anEpisodeHasOneOpenPlan() {
    Runner runner = treated();

    refused("plan.exists", runner::onAPlan);
    runner.course().treatment().hold("holiday", now(runner));
    refused("plan.exists", runner::onAPlan);
  }

  @Test
  void aPlanIsHeldAndGoesOn() {
    Runner runner = treated();
    runner.course().treatment().hold("holiday", now(runner));
    assertThat(runner.plan().state()).isEqualTo(PlanState.ON_HOLD);
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.ON_HOLD);

    resume(runner);

    assertThat(runner.plan().state()).isEqualTo(PlanState.ACTIVE);
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.PLAN_ACTIVE);
  }

  @Test
  void aPlanDoesNotGoOnAfterItsScreeningExpired() {
    Runner runner = treated();
    runner.course().treatment().hold("holiday", now(runner));
    runner.after(Duration.ofDays(15));

    refused("gate.shut", () -> resume(runner));
    runner.screenedNegative();
    resume(runner);

    assertThat(runner.plan().state()).isEqualTo(PlanState.ACTIVE);
  }

  @ParameterizedTest
  @ValueSource(ints = {3_000, 4_000})
  void aLongReasonIsKeptByPlanAndEpisodeAlike(int length) {
    Runner runner = treated();

    runner.course().treatment().hold("x".repeat(length), now(runner));

    assertThat(runner.plan().stateReason()).hasSize(length);
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.ON_HOLD);
  }

  @Test
  void aReasonTooLongChangesNothing() {
    Runner runner = treated();

    refused(
        "invalid.reason.tooLong",
        () -> runner.course().treatment().hold("x".repeat(4_001), now(runner)));
    assertThat(runner.plan().state()).isEqualTo(PlanState.ACTIVE);
    assertThat(runner.episode().state()).isEqualTo(EpisodeState.PLAN_ACTIVE);
  }

  @Test
  void r7_1_aProofForAnotherPlanStartsNothing() {
    Runner runner = aRunnerWithBackPain().screenedNegative();
    runner.diagnosed(Drafts.aConfirmedStressFracture(), aPhysician());
    PlanContent harmless = Drafts.completeRest(runner.clock().today());
    PlanContent running = Drafts.halfTheDistance(runner.clock().today());
    Attribution now = now(runner);
    CourseOfCare course = runner.course();
    GateDecision decision =
        course.treatment().askGate(harmless.intent(), Set.of(Role.THERAPIST), now);

    refused("gate.shut", () -> course.treatment().startPlan(decision, running, null, now));
    assertThat(runner.records().all(CarePlan.class)).isEmpty();
  }

  @Test
  void r7_1_aProofOfAnotherEpisodeStartsNothing() {
    Runner other =
        aRunnerWithBackPain().inEpisode(4_711).screenedNegative().diagnosedBy(aPhysician());
    PlanContent content = Drafts.halfTheDistance(other.clock().today());
    Runner runner = aRunnerWithBackPain().screenedNegative().diagnosedBy(aPhysician());
    Attribution now = now(other);
    GateDecision decision =
        other.course().treatment().askGate(content.intent(), Set.of(Role.THERAPIST), now);

    refused(
        "plan.otherEpisode",
        () -> runner.course().treatment().startPlan(decision, content, null, now));
  }

  @ParameterizedTest
  @CsvSource({"90, true", "91, false"})
  void r7_60_aPlanBeginsWithinNinetyDays(int days, boolean starts) {
    Runner runner = aRunnerWithBackPain().screenedNegative().diagnosedBy(aPhysician());
    PlanContent content = Drafts.halfTheDistance(runner.clock().today().plusDays(days));
    Attribution now = now(runner);
    CourseOfCare course = runner.course();
    GateDecision decision =
        course.treatment().askGate(content.intent(), Set.of(Role.THERAPIST), now);
    if (starts) {
      course.treatment().startPlan(decision, content, null, now);
    } else {
      refused(
          "invalid.startsOn.tooLate",
          () -> course.treatment().startPlan(decision, content, null, now));
    }
    assertThat(runner.records().all(CarePlan.class)).hasSize(starts ? 1 : 0);
  }

  @Test
  void r7_1_aProofIsTakenBackByWhatIsRecordedAfterIt() {
    Runner runner = aRunnerWithBackPain().screenedNegative().diagnosedBy(aPhysician());
    PlanContent content = Drafts.halfTheDistance(runner.clock().today());
    Attribution now = now(runner);
    CourseOfCare course = runner.course();
    GateDecision decision =
        course.treatment().askGate(content.intent(), Set.of(Role.THERAPIST), now);
    course.endDiagnosis(
        runner.diagnosis(),
        VerificationStatus.REFUTED,
        "other cause",
        aPhysician().licence(),
        new Attribution(21, now.at(), now.day()));

    refused("gate.shut", () -> course.treatment().startPlan(decision, content, null, now));
    assertThat(runner.records().all(CarePlan.class)).isEmpty();
  }

  @Test
  void r7_1_aPreviewIsNoProof() {
    Runner runner = aRunnerWithBackPain().screenedNegative().diagnosedBy(aPhysician());
    PlanContent content = Drafts.halfTheDistance(runner.clock().today());
    Attribution now = now(runner);
    CourseOfCare course = runner.course();
    GateDecision preview =
        course.treatment().previewGate(content.intent(), Set.of(Role.THERAPIST), now);

    refused("gate.stalePass", () -> course.treatment().startPlan(preview, content, null, now));
  }

  @Test
  void aRecordOfAnotherEpisodeIsNotTouched() {
    Runner other = aRunnerWithBackPain().screenedNegative();
    Runner foreign =
        aRunnerWithBackPain()
            .inEpisode(4_711)
            .screenedWith(Urgency.U2_URGENT_1_2W)
            .diagnosedBy(aPhysician());
    Professional physician = aPhysician();

    refused(
        "screening.otherEpisode",
        () ->
            other
                .course()
                .decideFlag(
                    foreign.screening(),
                    "R1",
                    FlagState.CLEARED,
                    "examined",
                    physician.licence(),
                    other.next(21)));
    refused(
        "diagnosis.otherEpisode",
        () ->
            other
                .course()
                .endDiagnosis(
                    foreign.diagnosis(),
                    VerificationStatus.REFUTED,
                    "so",
                    physician.licence(),
                    other.next(21)));
    assertThat(foreign.diagnosis().isActive()).isTrue();
    assertThat(foreign.screening().hasStandingFlag()).isTrue();
  }

  @Test
  void r3_4_nothingFollowsTheEnd() {
    Runner runner = treated();
    runner.course().treatment().discharge("runs again", now(runner));

    assertThat(runner.plan().state()).isEqualTo(PlanState.COMPLETED);
    refused("episode.over", runner::screenedNegative);
    refused("episode.over", () -> runner.diagnosedBy(aPhysician()));
    refused("episode.over", () -> runner.course().treatment().transfer("moved", null, now(runner)));
    refused("gate.shut", runner::onAPlan);
    refused("plan.none", () -> runner.course().treatment().hold("so", now(runner)));
  }

  private static Attribution now(Runner runner) {
    return runner.next(THERAPIST);
  }

  private static void resume(Runner runner) {
    Attribution now = now(runner);
    CourseOfCare course = runner.course();
    PlanContent content = course.openPlan().orElseThrow().content();
    course
        .treatment()
        .resume(course.treatment().askGate(content.intent(), Set.of(Role.THERAPIST), now), now);
  }
}

package org.pacegate.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Policies.SIGNERS_LICENCE;
import static org.pacegate.domain.fixtures.Policies.aPhysician;
import static org.pacegate.domain.fixtures.Policies.aPhysiotherapist;
import static org.pacegate.domain.fixtures.Policies.direct;
import static org.pacegate.domain.fixtures.Policies.directTerms;
import static org.pacegate.domain.fixtures.Policies.physiciansOnly;
import static org.pacegate.domain.fixtures.Policies.signed;
import static org.pacegate.domain.fixtures.Policies.since;
import static org.pacegate.domain.fixtures.Refusals.refused;
import static org.pacegate.domain.fixtures.Runner.aRunnerWithBackPain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.GateDecision;
import org.pacegate.domain.diagnosis.GateRefusal;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.Drafts;
import org.pacegate.domain.fixtures.InMemoryRecords;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.fixtures.Runner;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Urgency;

/** R6.20 to R6.26: a course of care under a signed policy. */
class UnderPolicyTest {

  private static final LocalDate TODAY = ClinicClock.FIRST_DAY;
  private final Professional physio = aPhysiotherapist();

  private static GateDecision gate(Runner runner) {
    return runner
        .course()
        .treatment()
        .askGate(
            Drafts.halfTheDistance(runner.clock().today()).intent(),
            Set.of(Role.THERAPIST),
            runner.next(Runner.THERAPIST));
  }

  @Test
  void r6_20_aTherapistDiagnosesWhereThePolicySaysSoAndTheAnswerNamesItsVersion() {
    Runner runner = aRunnerWithBackPain().screenedNegative().under(direct(30, 0));

    runner.diagnosedBy(physio).onAPlan();

    assertThat(runner.diagnosis().isDirectAccess()).isTrue();
    assertThat(runner.diagnosis().policyId()).isEqualTo(1L);
    assertThat(runner.diagnosis().carriesUntil()).isEqualTo(TODAY.plusDays(29));
    assertThat(gate(runner).policyId()).contains(1L);
  }

  @Test
  void r6_20_withoutAPolicyOnlyAPhysicianDoes() {
    Runner runner = aRunnerWithBackPain().screenedNegative();

    refused("diagnosis.noAuthority", () -> runner.diagnosedBy(physio));
    runner.diagnosedBy(aPhysician());
    assertThat(gate(runner).policyId()).isEmpty();
  }

  @Test
  void r6_20_aLaterPolicyChangesNothingThatWasSignedBefore() {
    var first = signed(1, TODAY.minusDays(30), directTerms(60, false, "", 0));
    Runner runner =
        aRunnerWithBackPain()
            .screenedNegative()
            .under(new DiagnosisPolicy(true, List.of(first)))
            .diagnosedBy(physio);

    runner
        .after(Duration.ofDays(2))
        .under(
            new DiagnosisPolicy(
                true, List.of(first, signed(2, TODAY.plusDays(1), physiciansOnly(0)))));

    assertThat(gate(runner).isAllowed()).isTrue();
    refused(
        "diagnosis.noAuthority",
        () ->
            runner
                .course()
                .revise(
                    runner.diagnosis(),
                    Drafts.aConfirmedStrain(),
                    "again",
                    physio.licence(),
                    runner.next(physio.id())));
  }

  @Test
  void r6_21_someThingsAreAPhysiciansWhateverThePolicySays() {
    Runner flagged =
        aRunnerWithBackPain().screenedWith(Urgency.U2_URGENT_1_2W).under(direct(30, 14));
    refused("diagnosis.flagIsPhysicians", () -> flagged.diagnosedBy(physio));
    refused("flag.noAuthority", () -> flagged.flagDecided("R1", FlagState.CLEARED, physio));
    refused("flag.noAuthority", () -> flagged.flagDecided("R1", FlagState.CONFIRMED, physio));

    Runner stressed = aRunnerWithBackPain().screenedNegative().under(direct(30, 14));
    refused(
        "diagnosis.notCovered",
        () -> stressed.diagnosed(Drafts.aConfirmedStressFracture(), physio));

    Runner seen = aRunnerWithBackPain().screenedNegative().under(direct(30, 14));
    seen.diagnosedBy(aPhysician());
    refused(
        "diagnosis.isPhysicians",
        () ->
            seen.course()
                .revise(
                    seen.diagnosis(),
                    Drafts.aConfirmedStrain(),
                    "I see it otherwise",
                    physio.licence(),
                    seen.next(physio.id())));
    refused(
        "diagnosis.isPhysicians",
        () ->
            seen.course()
                .endDiagnosis(
                    seen.diagnosis(),
                    VerificationStatus.REFUTED,
                    "I see it otherwise",
                    physio.licence(),
                    seen.next(physio.id())));
  }

  @ParameterizedTest
  @CsvSource({
    "LOW_BACK, CONFIRMED, true",
    "LOW_BACK, PROVISIONAL, false",
    "KNEE, CONFIRMED, false"
  })
  void r6_21_whereThePolicyAsksForAnEarlierDiagnosisAPhysicianHasConfirmedTheRegion(
      BodySite site, VerificationStatus certainty, boolean enough) {
    Runner runner =
        aRunnerWithBackPain()
            .screenedNegative()
            .under(since(1, TODAY.minusDays(9), directTerms(30, true, "", 0)));
    refused("diagnosis.priorMissing", () -> runner.diagnosedBy(physio));

    runner.diagnosed(Drafts.diagnosis(Drafts.STRAIN, site, certainty), aPhysician());
    runner.diagnosis().end(certainty, "replaced", runner.next(21));

    if (enough) {
      runner.diagnosedBy(physio);
      assertThat(runner.diagnosis().isDirectAccess()).isTrue();
    } else {
      refused("diagnosis.priorMissing", () -> runner.diagnosedBy(physio));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, false",
    "1, 0, true",
    "14, 0, true",
    "14, 13, true",
    "14, 14, false",
    "3, 3, false"
  })
  void r6_22_aProvisionalDiagnosisOpensTheGateForTheDaysOfThePolicy(
      int days, int later, boolean open) {
    Runner runner =
        aRunnerWithBackPain()
            .screenedNegative()
            .under(since(1, TODAY, physiciansOnly(days)))
            .diagnosed(Drafts.aProvisionalStrain(), aPhysician())
            .after(Duration.ofDays(later))
            .screenedNegative();

    assertThat(gate(runner).isAllowed()).isEqualTo(open);
    assertThat(runner.diagnosis().carriesUntil())
        .isEqualTo(days == 0 ? null : TODAY.plusDays(days - 1L));
  }

  @Test
  void r6_23_signingTheSameAgainDoesNotBeginTheDaysAnew() {
    Runner runner =
        aRunnerWithBackPain()
            .screenedNegative()
            .under(direct(10, 5))
            .diagnosed(Drafts.aProvisionalStrain(), physio);
    assertThat(runner.diagnosis().carriesUntil()).isEqualTo(TODAY.plusDays(4));

    runner.after(Duration.ofDays(4));
    runner
        .course()
        .endDiagnosis(
            runner.diagnosis(),
            VerificationStatus.REFUTED,
            "not so",
            physio.licence(),
            runner.next(physio.id()));
    runner.diagnosed(Drafts.aProvisionalStrain(), physio);
    assertThat(runner.diagnosis().carriesUntil()).isEqualTo(TODAY.plusDays(4));

    runner
        .course()
        .revise(
            runner.diagnosis(),
            Drafts.aConfirmedStrain(),
            "sure now",
            physio.licence(),
            runner.next(physio.id()));
    assertThat(runner.diagnosis().carriesUntil()).isEqualTo(TODAY.plusDays(9));

    Professional physician = aPhysician();
    runner
        .course()
        .revise(
            runner.diagnosis(),
            Drafts.aConfirmedStrain(),
            "seen by a doctor",
            physician.licence(),
            runner.next(physician.id()));
    assertThat(runner.diagnosis().carriesUntil()).isNull();
  }

  @Test
  void r6_23_whatNeverCarriedTreatmentUsesUpNoDay() {
    var before = signed(1, TODAY, physiciansOnly(0));
    Runner runner =
        aRunnerWithBackPain()
            .screenedNegative()
            .under(new DiagnosisPolicy(true, List.of(before)))
            .diagnosed(Drafts.aProvisionalStrain(), aPhysician())
            .after(Duration.ofDays(9));
    Professional second = aPhysician();

    runner.under(
        new DiagnosisPolicy(
            true, List.of(before, signed(2, TODAY.plusDays(5), physiciansOnly(5)))));
    runner
        .course()
        .revise(
            runner.diagnosis(),
            Drafts.aProvisionalStrain(),
            "still not sure",
            second.licence(),
            runner.next(second.id()));

    assertThat(runner.diagnosis().carriesUntil()).isEqualTo(TODAY.plusDays(9 + 4));
  }

  @ParameterizedTest
  @CsvSource({"9, false", "10, true"})
  void r6_25_afterTheLastDayThePlanIsSuspendedOnce(int days, boolean suspended) {
    Runner runner =
        aRunnerWithBackPain()
            .screenedNegative()
            .under(direct(10, 0))
            .diagnosedBy(physio)
            .onAPlan()
            .after(Duration.ofDays(days));

    assertThat(runner.course().diagnosisLimitPassed(runner.next(Runner.THERAPIST)))
        .isEqualTo(suspended);
    assertThat(runner.plan().state()).isEqualTo(suspended ? PlanState.SUSPENDED : PlanState.ACTIVE);
    assertThat(runner.course().diagnosisLimitPassed(runner.next(Runner.THERAPIST))).isFalse();
    assertThat(gate(runner.screenedNegative()).refusals())
        .isEqualTo(suspended ? Set.of(GateRefusal.DIAGNOSIS_LIMIT_ENDED) : Set.of());
  }

  @Test
  void r7_5_aPolicyFallsWithTheLicenceItWasSignedUnderAndThePlanWithIt() {
    Runner runner =
        aRunnerWithBackPain().screenedNegative().under(direct(30, 0)).diagnosedBy(physio).onAPlan();
    Licence signers =
        InMemoryRecords.identify(Professional.aPhysician().licence(), SIGNERS_LICENCE);

    signers.lapse(TODAY.minusYears(2), "struck off", runner.next(31));
    runner.file().licenceLapsed(signers, runner.next(31));

    assertThat(runner.plan().state()).isEqualTo(PlanState.SUSPENDED);
    runner.under(DiagnosisPolicy.PHYSICIAN_ONLY);
    assertThat(gate(runner).refusals()).containsExactly(GateRefusal.SIGNER_WITHOUT_LICENCE);
  }

  @Test
  void r6_26_diagnosingAndPlanningAreTwoActs() {
    Runner runner = aRunnerWithBackPain().screenedNegative().under(direct(30, 0));
    var now = runner.next(physio.id());
    CourseOfCare course = runner.course();
    course.diagnose(Drafts.aConfirmedStrain(), physio.licence(), now);

    PlanContent content = Drafts.halfTheDistance(TODAY);
    assertThat(course.treatment().askGate(content.intent(), Set.of(Role.THERAPIST), now).refusals())
        .containsExactly(GateRefusal.DIAGNOSED_AFTER_START);
  }
}

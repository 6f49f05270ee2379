package org.pacegate.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.domain.diagnosis.GateCase.DAY;
import static org.pacegate.domain.diagnosis.GateRefusal.*;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.Drafts;
import org.pacegate.domain.fixtures.InMemoryRecords;
import org.pacegate.domain.fixtures.Policies;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.fixtures.Referred;
import org.pacegate.domain.fixtures.Screened;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.DomainRefusal;

/** R6.4: the gate answers with every failing condition of docs/clinical-basis.md 5.2. */
class DiagnosisGateTest {

  @Test
  void r6_4_itIsOpenWhenNothingFails() {
    GateDecision decision = GateCase.open().asked();

    assertThat(decision.refusals()).isEmpty();
    assertThat(decision.isAllowed()).isTrue();
    assertThat(decision.diagnosisId()).isPresent();
    assertThat(decision.screeningId()).isPresent();
    assertThat(decision.askedBy()).isEqualTo(12);
  }

  @ParameterizedTest
  @EnumSource(GateRefusal.class)
  void r6_4_itIsShutForExactlyTheConditionThatFails(GateRefusal refusal) {
    GateDecision decision = spoiledBy(refusal).asked();

    assertThat(decision.refusals()).containsExactly(refusal);
    assertThat(decision.isAllowed()).isFalse();
    assertThatThrownBy(decision::pass)
        .isInstanceOfSatisfying(
            DomainRefusal.class, shut -> assertThat(shut.code()).isEqualTo("gate.shut"))
        .hasMessageContaining(refusal.name());
  }

  /** A case for each constant: a new one does not compile without its case. */
  private static GateCase spoiledBy(GateRefusal refusal) {
    GateCase gate = GateCase.open();
    switch (refusal) {
      case EPISODE_OVER -> step(gate, EpisodeState.TRANSFERRED);
      case EPISODE_LOCKED -> step(gate, EpisodeState.LOCKED_RED_FLAG);
      case DANGER_IN_OTHER_EPISODE -> gate.dangerElsewhere();
      case DANGER_IN_INTAKE -> gate.dangerInIntake = true;
      case NO_DIAGNOSIS -> gate.diagnoses.clear();
      case DIAGNOSIS_PROVISIONAL -> gate.rediagnosed(Drafts.aProvisionalStrain());
      case DIAGNOSIS_REPLACED -> end(gate, VerificationStatus.CONFIRMED);
      case DIAGNOSIS_REFUTED -> end(gate, VerificationStatus.REFUTED);
      case DIAGNOSIS_ENTERED_IN_ERROR -> end(gate, VerificationStatus.ENTERED_IN_ERROR);
      case SIGNER_WITHOUT_LICENCE -> lapse(gate, DAY);
      case DIAGNOSIS_LIMIT_ENDED -> {
        gate.policy = Policies.direct(10, 0);
        gate.diagnoses.clear();
        gate.diagnosed(Drafts.aConfirmedStrain(), Policies.aPhysiotherapist());
        gate.clock.pass(Duration.ofDays(11));
      }
      case OTHER_EPISODE -> {
        gate.diagnoses.clear();
        gate.diagnosed(2, Drafts.aConfirmedStrain(), gate.physician);
        gate.clock.pass(Duration.ofMinutes(1));
      }
      case OTHER_REGION ->
          gate.rediagnosed(
              Drafts.diagnosis(Drafts.STRAIN, BodySite.KNEE, VerificationStatus.CONFIRMED));
      case DIAGNOSED_AFTER_START -> gate.intent = new PlanIntent(DAY.minusDays(1), true, false);
      case NO_SCREENING -> gate.screenings.clear();
      case SCREENING_INCOMPLETE -> gate.rescreened(Screened.incomplete());
      case SCREENING_FLAG_OPEN -> gate.rescreened(Screened.firing(Urgency.U2_URGENT_1_2W));
      case SCREENING_EXPIRED -> gate.clock.pass(Duration.ofDays(15));
      case SCREENING_BEFORE_ONSET -> {
        return GateCase.openWithOnsetOn(DAY.plusDays(1));
      }
      case URGENT_REFERRAL_OPEN -> gate.referred(Urgency.U1_SAME_DAY);
      case IMPACT_FORBIDDEN -> gate.rediagnosed(Drafts.aConfirmedStressFracture());
      case COMPLETE_REST_ONLY_FOR_BONE_STRESS -> gate.intent = new PlanIntent(DAY, false, true);
      case AUTHOR_MAY_NOT_TREAT -> gate.roles = EnumSet.of(Role.STAFF, Role.ADMIN);
    }
    return gate;
  }

  private static void step(GateCase gate, EpisodeState state) {
    gate.episode.stepTo(state, "so it is", gate.clock.by(1));
  }

  private static void end(GateCase gate, VerificationStatus as) {
    gate.diagnosis().end(as, "examined again", gate.clock.by(21));
  }

  private static void lapse(GateCase gate, LocalDate from) {
    gate.physician.licence().lapse(from, "found in the register", gate.clock.by(31));
  }

  @ParameterizedTest
  @CsvSource({
    "EPISODE_OVER, 0, STAFF",
    "EPISODE_LOCKED, 0, PHYSICIAN",
    "DANGER_IN_OTHER_EPISODE, 0, PHYSICIAN",
    "DANGER_IN_INTAKE, 0, STAFF PHYSICIAN",
    "NO_DIAGNOSIS, 1, PHYSICIAN",
    "DIAGNOSIS_PROVISIONAL, 1, PHYSICIAN",
    "DIAGNOSIS_REPLACED, 1, THERAPIST",
    "DIAGNOSIS_REFUTED, 1, PHYSICIAN",
    "DIAGNOSIS_ENTERED_IN_ERROR, 1, PHYSICIAN",
    "SIGNER_WITHOUT_LICENCE, 2, PHYSICIAN ADMIN",
    "DIAGNOSIS_LIMIT_ENDED, 2, PHYSICIAN",
    "OTHER_EPISODE, 3, PHYSICIAN",
    "OTHER_REGION, 3, PHYSICIAN",
    "DIAGNOSED_AFTER_START, 3, THERAPIST",
    "NO_SCREENING, 4, STAFF",
    "SCREENING_INCOMPLETE, 4, STAFF",
    "SCREENING_FLAG_OPEN, 4, PHYSICIAN",
    "SCREENING_EXPIRED, 4, STAFF",
    "SCREENING_BEFORE_ONSET, 4, STAFF",
    "URGENT_REFERRAL_OPEN, 5, PHYSICIAN",
    "IMPACT_FORBIDDEN, 6, THERAPIST",
    "COMPLETE_REST_ONLY_FOR_BONE_STRESS, 6, THERAPIST",
    "AUTHOR_MAY_NOT_TREAT, 7, THERAPIST PHYSICIAN"
  })
  void r6_4_eachRefusalNamesItsConditionAndWhoResolvesIt(
      GateRefusal refusal, int condition, String resolvers) {
    assertThat(refusal.condition()).isEqualTo(condition);
    assertThat(refusal.resolvers()).extracting(Role::name).containsOnly(resolvers.split(" "));
  }

  @Test
  void r6_4_theTableOfConditionsIsComplete() {
    assertThat(GateRefusal.values()).hasSize(23);
    assertThat(GateRefusal.values())
        .extracting(GateRefusal::condition)
        .contains(1, 2, 3, 4, 5, 6, 7)
        .isSorted();
  }

  @Test
  void r6_4_allThatFailsIsToldTogetherInOrder() {
    GateCase gate = GateCase.open();
    gate.rediagnosed(
        Drafts.diagnosis(
            Drafts.SACRAL_STRESS_FRACTURE, BodySite.KNEE, VerificationStatus.PROVISIONAL));
    lapse(gate, DAY);
    gate.rescreened(Screened.incompleteFiring(Urgency.U0_EMERGENCY_NOW));
    step(gate, EpisodeState.LOCKED_RED_FLAG);
    gate.referred(Urgency.U0_EMERGENCY_NOW);
    gate.roles = EnumSet.of(Role.STAFF);
    gate.intent = new PlanIntent(DAY.minusDays(1), true, false);
    gate.clock.pass(Duration.ofDays(30));

    assertThat(gate.asked().refusals())
        .containsExactly(
            EPISODE_LOCKED,
            DIAGNOSIS_PROVISIONAL,
            SIGNER_WITHOUT_LICENCE,
            OTHER_REGION,
            DIAGNOSED_AFTER_START,
            SCREENING_FLAG_OPEN,
            SCREENING_EXPIRED,
            URGENT_REFERRAL_OPEN,
            IMPACT_FORBIDDEN,
            AUTHOR_MAY_NOT_TREAT);
  }

  @Test
  void r6_4_withNothingRecordedItAsksForDiagnosisAndScreening() {
    GateCase gate = GateCase.open();
    gate.diagnoses.clear();
    gate.screenings.clear();
    gate.roles = Set.of();

    GateDecision decision = gate.asked();

    assertThat(decision.refusals())
        .containsExactly(NO_DIAGNOSIS, NO_SCREENING, AUTHOR_MAY_NOT_TREAT);
    assertThat(decision.diagnosisId()).isEmpty();
    assertThat(decision.screeningId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, true", "-1, false"})
  void r6_2_aLapseCountsFromItsDayOn(int daysAfterSigning, boolean open) {
    GateCase gate = GateCase.open();
    if (daysAfterSigning >= 0) {
      lapse(gate, DAY.plusDays(daysAfterSigning + 1L));
    } else {
      lapse(gate, DAY.minusDays(1));
    }

    assertThat(gate.asked().isAllowed()).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 9", "-9, 0"})
  void r6_2_theLicencesFirstAndLastDayCount(int firstDay, int lastDay) {
    GateCase gate = GateCase.open();
    gate.diagnoses.clear();
    gate.diagnosed(
        Drafts.aConfirmedStrain(),
        Professional.physician(22, DAY.plusDays(firstDay), DAY.plusDays(lastDay)));
    gate.clock.pass(Duration.ofMinutes(1));

    assertThat(gate.asked().isAllowed()).isTrue();
  }

  @Test
  void r6_2_aLicenceThatEndedSinceTheSignatureStillCarriesIt() {
    GateCase gate = GateCase.open();
    gate.diagnoses.clear();
    gate.diagnosed(Drafts.aConfirmedStrain(), Professional.physician(22, DAY, DAY));
    gate.clock.pass(Duration.ofDays(3));

    assertThat(gate.asked().isAllowed()).isTrue();
  }

  @Test
  void r6_2_aSignatureUnderALicenceNobodyKnowsCarriesNothing() {
    GateCase gate = GateCase.open();
    gate.licences.clear();

    assertThat(gate.asked().refusals()).containsExactly(SIGNER_WITHOUT_LICENCE);
  }

  @ParameterizedTest
  @CsvSource({"13, true", "14, true", "15, false"})
  void r6_4_theScreeningCountsToItsLastDay(int daysLater, boolean open) {
    GateCase gate = GateCase.open();
    gate.clock.pass(Duration.ofDays(daysLater));

    assertThat(gate.asked().isAllowed()).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "0, true", "1, false"})
  void r6_4_theScreeningIsOfTheOnsetDayOrLater(int onset, boolean open) {
    assertThat(GateCase.openWithOnsetOn(DAY.plusDays(onset)).asked().isAllowed()).isEqualTo(open);
  }

  @Test
  void r6_4_diagnosingAndTreatingAreTwoActs() {
    GateCase gate = GateCase.open();
    gate.diagnoses.clear();
    gate.diagnosed(Drafts.aConfirmedStrain(), gate.physician);

    assertThat(gate.asked().refusals()).containsExactly(DIAGNOSED_AFTER_START);

    gate.clock.pass(Duration.ofNanos(1_000));
    assertThat(gate.asked().isAllowed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "1, true"})
  void r6_4_aPlanStartsOnTheDayOfTheDiagnosisOrLater(int start, boolean open) {
    GateCase gate = GateCase.open();
    gate.intent = new PlanIntent(DAY.plusDays(start), true, false);

    assertThat(gate.asked().isAllowed()).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, false",
    "U1_SAME_DAY, false",
    "U2_URGENT_1_2W, true",
    "U3_ROUTINE, true"
  })
  void r5_3_anOpenReferralShutsTheGateByItsUrgency(Urgency urgency, boolean open) {
    GateCase gate = GateCase.open();
    gate.referred(urgency);
    assertThat(gate.asked().isAllowed()).isEqualTo(open);

    gate.referrals.forEach(
        referral ->
            referral.take(ReferralAction.CANCEL, Referred.step(gate.clock.by(21), Role.PHYSICIAN)));
    assertThat(gate.asked().isAllowed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, false",
    "U1_SAME_DAY, false",
    "U2_URGENT_1_2W, false",
    "U3_ROUTINE, true"
  })
  void r6_4_aFlagStandsUntilItIsClearedWhateverIsScreenedLater(Urgency urgency, boolean open) {
    GateCase gate = GateCase.open();
    gate.rescreened(Screened.firing(urgency));
    gate.clock.pass(Duration.ofHours(1));
    gate.screened(Screened.negative());
    assertThat(gate.asked().isAllowed()).isEqualTo(open);

    decide(gate, FlagState.CONFIRMED);
    assertThat(gate.asked().isAllowed()).isEqualTo(open);

    decide(gate, FlagState.CLEARED);
    assertThat(gate.asked().isAllowed()).isTrue();
  }

  private static void decide(GateCase gate, FlagState decision) {
    gate.screenings
        .get(0)
        .decide(
            "R1",
            decision,
            "examined",
            gate.physician.licence(),
            DiagnosisPolicy.PHYSICIAN_ONLY,
            gate.clock.by(21));
  }

  @Test
  void r6_4_ofTwoScreeningsAtOneInstantTheOneRecordedLastCounts() {
    GateCase gate = GateCase.open();
    gate.rescreened(Screened.negative());
    gate.screened(Screened.incomplete());

    assertThat(gate.asked().refusals()).containsExactly(SCREENING_INCOMPLETE);
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, false, ''",
    "false, true, false, ''",
    "false, false, true, COMPLETE_REST_ONLY_FOR_BONE_STRESS",
    "true, false, false, ''",
    "true, true, false, IMPACT_FORBIDDEN",
    "true, false, true, ''"
  })
  void r7_2_restAndImpactSuitTheDiagnosis(
      boolean boneStress, boolean impact, boolean rest, String refusal) {
    GateCase gate = GateCase.open();
    gate.rediagnosed(boneStress ? Drafts.aConfirmedStressFracture() : Drafts.aConfirmedStrain());
    gate.intent = new PlanIntent(DAY, impact, rest);

    assertThat(String.join(",", gate.asked().refusals().stream().map(Enum::name).toList()))
        .isEqualTo(refusal);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void r6_4_onlyWhoMayTreatIsLetThrough(Role role) {
    GateCase gate = GateCase.open();
    gate.roles = EnumSet.of(role);

    assertThat(gate.asked().isAllowed())
        .isEqualTo(role == Role.THERAPIST || role == Role.PHYSICIAN);
  }

  @Test
  void r6_4_theDiagnosisThatStandsCountsBeforeOneThatEnded() {
    GateCase gate = GateCase.open();
    end(gate, VerificationStatus.REFUTED);
    Diagnosis standing = gate.diagnosed(Drafts.aConfirmedStrain(), gate.physician);
    gate.clock.pass(Duration.ofMinutes(1));

    assertThat(gate.asked().diagnosisId()).contains(standing.id());
    assertThat(gate.asked().isAllowed()).isTrue();
  }

  @Test
  void r7_1_theProofIsGoodForTheAskerTheInstantAndThePlanOnly() {
    GateCase gate = GateCase.open();
    GateDecision recorded = InMemoryRecords.identify(gate.asked(), 77);
    GatePass pass = recorded.pass();
    PlanIntent other = new PlanIntent(DAY, false, false);

    pass.expectGoodFor(gate.intent, gate.clock.by(12));
    assertThat(pass.decisionId()).isEqualTo(77);
    refused("gate.stalePass", () -> pass.expectGoodFor(gate.intent, gate.clock.by(13)));
    refused("gate.otherPlan", () -> pass.expectGoodFor(other, gate.clock.by(12)));
    refused(
        "gate.stalePass", () -> gate.asked().pass().expectGoodFor(gate.intent, gate.clock.by(12)));

    ClinicClock later = new ClinicClock();
    later.pass(Duration.ofHours(2));
    refused("gate.stalePass", () -> pass.expectGoodFor(gate.intent, later.by(12)));
  }
}

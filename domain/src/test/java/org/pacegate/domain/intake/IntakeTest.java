package org.pacegate.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.domain.fixtures.InMemoryRecords.identify;
import static org.pacegate.domain.fixtures.Professional.aPhysician;
import static org.pacegate.domain.fixtures.Professional.aPhysiotherapist;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.InvalidValue;

/** R4.1 to R4.5, R4.17 to R4.19, R4.40. */
class IntakeTest {

  private static final UUID KEY = new UUID(1, 2);
  private static final long INTAKE = 80;
  private static final Signature SIGNED = Signature.typed("Ana Whole", Relation.SELF);

  private final ClinicClock clock = new ClinicClock();

  private Intake started() {
    return identify(Intake.start("low-back-pain", 1, clock.by(11)), INTAKE);
  }

  private Intake rescreening() {
    return Intake.rescreen(7, 8, "low-back-pain", 2, clock.by(11));
  }

  @Test
  void R4_60_nothing_is_submitted_without_a_signed_consent_to_it() {
    Intake intake = started();
    refused("intake.unsigned", () -> intake.submit(7, 8, Optional.empty(), KEY, clock.by(11)));
    Consent ofAnother =
        new Consent(7, 81, "1", Language.es, "0".repeat(64), SIGNED, Door.DESK, clock.by(11));
    refused(
        "intake.unsigned", () -> intake.submit(7, 8, Optional.of(ofAnother), KEY, clock.by(11)));
    assertThat(intake.state()).isEqualTo(IntakeState.DRAFT);

    intake.leaveToComplete();
    intake.submit(7, 8, Optional.empty(), KEY, clock.by(11));
    assertThat(intake.state()).as("an emergency").isEqualTo(IntakeState.SUBMITTED);
    Intake again = rescreening();
    again.submit(7, 8, Optional.empty(), KEY, clock.by(11));
    assertThat(again.state()).as("a known episode").isEqualTo(IntakeState.SUBMITTED);
  }

  private Optional<Consent> signed() {
    return Optional.of(consent("1", "0".repeat(64)));
  }

  @Test
  void r4_1_whatIsTypedIsSavedWithItsStep() {
    Intake intake = started();
    clock.pass(Duration.ofMinutes(3));
    intake.save(IntakeStep.COMPLAINT, clock.by(11));

    assertThat(intake.state()).isEqualTo(IntakeState.DRAFT);
    assertThat(intake.step()).isEqualTo(IntakeStep.COMPLAINT);
    assertThat(intake.savedAt()).isEqualTo(clock.now());
    assertThat(intake.startedAt()).isEqualTo(clock.now().minus(Duration.ofMinutes(3)));
  }

  @Test
  void r4_1_thePersonMayBeFoundAndTurnOutToBeSomebodyElse() {
    Intake intake = started();
    intake.forPatient(7);
    assertThat(intake.patientId()).contains(7L);

    intake.forSomebodyNew();
    assertThat(intake.patientId()).isEmpty();
  }

  @Test
  void r4_2_itStaysWithTheRuleSetItWasStartedOn() {
    assertThat(started().ruleSet()).isEqualTo("low-back-pain");
    assertThat(rescreening().ruleSetVersion()).isEqualTo(2);
  }

  @Test
  void r4_2_itStaysWithItsVersionWhileTheRegionAsksForTheSameRuleSet() {
    Intake intake = started();

    assertThat(intake.askBy("low-back-pain", 2)).isFalse();
    assertThat(intake.ruleSetVersion()).isEqualTo(1);
    assertThat(intake.earlierRules()).isEmpty();
  }

  @Test
  void r4_40_anotherRegionAsksByItsOwnRuleSetAndTheFormerOneIsRemembered() {
    Intake intake = started();

    assertThat(intake.askBy("knee", 1)).isTrue();
    assertThat(intake.ruleSet()).isEqualTo("knee");
    assertThat(intake.earlierRules()).containsExactly(new PinnedRules("low-back-pain", 1, null));

    intake.askBy("low-back-pain", 2);
    assertThat(intake.ruleSetVersion()).isEqualTo(2);
    assertThat(intake.earlierRules())
        .containsExactly(
            new PinnedRules("low-back-pain", 1, null), new PinnedRules("knee", 1, null));

    intake.askBy("knee", 1);
    assertThat(intake.earlierRules())
        .containsExactly(
            new PinnedRules("low-back-pain", 1, null), new PinnedRules("low-back-pain", 2, null));
  }

  @Test
  void r4_40_aSecondScreeningStaysWithTheRegionOfItsEpisode() {
    refused("intake.otherPatient", () -> rescreening().askBy("knee", 1));
  }

  @Test
  void r4_3_aSubmittedOneNeverChanges() {
    Intake intake = started();
    intake.submit(7, 8, signed(), KEY, clock.by(11));

    assertThat(intake.state()).isEqualTo(IntakeState.SUBMITTED);
    assertThat(intake.submissionKey()).contains(KEY);
    assertThat(intake.submittedAt()).contains(clock.now());
    staysAsItIs(intake);
    assertThat(intake.patientId()).contains(7L);
    assertThat(intake.episodeId()).contains(8L);
  }

  @Test
  void aDiscardedOneNeverChanges() {
    Intake intake = started();
    intake.discard(clock.by(11));

    assertThat(intake.state()).isEqualTo(IntakeState.DISCARDED);
    staysAsItIs(intake);
  }

  private void staysAsItIs(Intake intake) {
    refused("intake.notDraft", () -> intake.submit(9, 9, signed(), KEY, clock.by(11)));
    refused("intake.notDraft", () -> intake.save(IntakeStep.PERSON, clock.by(11)));
    refused("intake.notDraft", () -> intake.forPatient(9));
    refused("intake.notDraft", intake::forSomebodyNew);
    refused("intake.notDraft", () -> intake.askBy("knee", 1));
    refused("intake.notDraft", () -> intake.discard(clock.by(11)));
  }

  @Test
  void r4_5_aKnownEpisodeIsScreenedAgainForTheSameRunnerOnly() {
    Intake intake = rescreening();

    assertThat(intake.step()).isEqualTo(IntakeStep.SCREENING);
    assertThat(intake.isRescreen()).isTrue();
    refused("intake.otherPatient", () -> intake.forPatient(9));
    refused("intake.otherPatient", intake::forSomebodyNew);
    refused("intake.otherPatient", () -> intake.submit(9, 8, Optional.empty(), KEY, clock.by(11)));
    refused("intake.otherPatient", () -> intake.submit(7, 9, Optional.empty(), KEY, clock.by(11)));
    intake.submit(7, 8, signed(), KEY, clock.by(11));

    assertThat(intake.state()).isEqualTo(IntakeState.SUBMITTED);
  }

  @Test
  void R4_198_only_a_danger_outlives_the_episode_that_it_was_asked_for() {
    refused("episode.over", () -> rescreening().outlivesItsEpisode());
    refused("episode.over", () -> found(started(), Urgency.U0_EMERGENCY_NOW).outlivesItsEpisode());
    Intake intake = found(rescreening(), Urgency.U1_SAME_DAY);
    intake.outlivesItsEpisode();
    intake.submit(7, 9, Optional.empty(), KEY, clock.by(11));

    assertThat(intake.episodeId()).contains(9L);
    intake.expectToComplete();
  }

  @Test
  void R4_196_what_a_runner_sent_of_a_second_screening_stays_with_the_episode() {
    Intake intake = rescreening();
    intake.receive(Door.LINK, KEY, Attribution.ofRunner(clock.now(), ZoneOffset.UTC));

    assertThat(intake.isRescreen()).isTrue();
    refused("intake.otherPatient", () -> intake.forPatient(9));
    refused("intake.otherPatient", intake::forSomebodyNew);
    refused("intake.otherPatient", () -> intake.submit(7, 9, Optional.empty(), KEY, clock.by(11)));
    intake.submit(7, 8, Optional.empty(), KEY, clock.by(11));
    assertThat(intake.isRescreen()).as("it is on record").isFalse();
    assertThat(intake.door()).isEqualTo(Door.LINK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc", "g000000000000000000000000000000000000000000000000000000000000000"})
  void r4_4_aConsentNamesItsTextByItsHash(String malformed) {
    refused("invalid.consentHash.malformed", () -> consent("1", malformed));
    refused("invalid.consentHash.missing", () -> consent("1", ""));
    refused("invalid.consentVersion.missing", () -> consent(" ", "0".repeat(64)));
    Consent given = consent("2026-01", "0aF9".repeat(16));

    assertThat(given.textVersion()).isEqualTo("2026-01");
    assertThat(given.language()).isEqualTo(Language.es);
    assertThat(given.textHash()).hasSize(64);
    assertThat(given.givenAt()).isEqualTo(clock.now());
    assertThat(given.recordedBy()).isEqualTo(11);
  }

  private Consent consent(String version, String hash) {
    return new Consent(7, INTAKE, version, Language.es, hash, SIGNED, Door.DESK, clock.by(11));
  }

  private Intake found(Intake intake, Urgency worst) {
    intake.found(Optional.ofNullable(worst), ClinicClock.DANGERS, clock.by(11));
    return intake;
  }

  @ParameterizedTest
  @CsvSource({"U0_EMERGENCY_NOW, 15", "U1_SAME_DAY, 240"})
  void R4_17_a_dangerous_answer_starts_a_clock(Urgency worst, int minutes) {
    Intake intake = found(started(), worst);

    assertThat(intake.dangerSince()).contains(clock.now());
    assertThat(intake.actBy()).contains(clock.now().plus(Duration.ofMinutes(minutes)));
  }

  @ParameterizedTest
  @NullSource
  @EnumSource(
      value = Urgency.class,
      names = {"U2_URGENT_1_2W", "U3_ROUTINE"})
  void R4_17_any_other_answer_starts_none(Urgency worst) {
    Intake intake = found(started(), worst);

    assertThat(intake.isDangerous()).isFalse();
    assertThat(intake.dangerSince()).isEmpty();
    assertThat(intake.actBy()).isEmpty();
  }

  @Test
  void R4_17_the_clock_runs_from_the_first_dangerous_answer() {
    Intake intake = found(started(), Urgency.U0_EMERGENCY_NOW);
    Instant first = clock.now();
    clock.pass(Duration.ofMinutes(40));
    found(intake, Urgency.U0_EMERGENCY_NOW);

    assertThat(intake.dangerSince()).contains(first);
    assertThat(intake.actBy()).contains(first.plus(Duration.ofMinutes(15)));
  }

  @Test
  void R4_17_a_worse_answer_shortens_the_clock_and_a_milder_one_does_not_lengthen_it() {
    Intake intake = found(started(), Urgency.U1_SAME_DAY);
    Instant first = clock.now();
    clock.pass(Duration.ofMinutes(30));
    found(intake, Urgency.U0_EMERGENCY_NOW);
    assertThat(intake.dangerSince()).contains(first);
    assertThat(intake.actBy()).contains(clock.now().plus(Duration.ofMinutes(15)));

    Instant due = intake.actBy().orElseThrow();
    found(intake, Urgency.U1_SAME_DAY);
    assertThat(intake.actBy()).contains(due);
  }

  @Test
  void R1_94_an_answer_that_is_taken_back_stops_no_clock_and_says_so() {
    Intake intake = found(started(), Urgency.U0_EMERGENCY_NOW);
    Instant since = clock.now();
    clock.pass(Duration.ofMinutes(2));
    found(intake, null);
    Instant takenBack = clock.now();
    clock.pass(Duration.ofMinutes(2));
    found(intake, Urgency.U3_ROUTINE);

    assertThat(intake.urgency()).contains(Urgency.U0_EMERGENCY_NOW);
    assertThat(intake.dangerSince()).contains(since);
    assertThat(intake.actBy()).contains(since.plus(Duration.ofMinutes(15)));
    assertThat(intake.takenBackAt()).contains(takenBack);
  }

  @Test
  void R1_94_the_worst_answer_stands_when_a_milder_danger_stays() {
    Intake intake = found(found(started(), Urgency.U0_EMERGENCY_NOW), Urgency.U1_SAME_DAY);

    assertThat(intake.urgency()).contains(Urgency.U0_EMERGENCY_NOW);
    assertThat(intake.takenBackAt()).isEmpty();
    found(intake, null);
    assertThat(found(intake, Urgency.U1_SAME_DAY).takenBackAt()).isEmpty();
  }

  @Test
  void R4_25_a_danger_stays_with_the_patient_it_is_of() {
    Intake intake = found(started(), Urgency.U0_EMERGENCY_NOW);
    intake.forPatient(7);
    intake.forPatient(7);
    refused("intake.dangerOfPatient", () -> intake.forPatient(9));
    refused("intake.dangerOfPatient", intake::forSomebodyNew);
    assertThat(intake.endangers(7)).isTrue();
  }

  @Test
  void R1_95_it_endangers_its_own_patient_while_it_is_a_draft() {
    Intake intake = rescreening();
    assertThat(intake.endangers(7)).isFalse();
    found(intake, Urgency.U1_SAME_DAY);
    assertThat(intake.endangers(7)).isTrue();
    assertThat(intake.endangers(9)).isFalse();
    assertThat(found(started(), Urgency.U1_SAME_DAY).endangers(7)).isFalse();

    found(intake, null);
    assertThat(intake.endangers(7)).as("taken back").isTrue();
    intake.submit(7, 8, signed(), KEY, clock.by(11));
    assertThat(intake.endangers(7)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Urgency.class,
      names = {"U0_EMERGENCY_NOW", "U1_SAME_DAY"})
  void R4_18_a_dangerous_draft_is_not_discarded(Urgency worst) {
    Intake intake = found(started(), worst);

    refused("intake.dangerous", () -> intake.discard(clock.by(11)));
    found(intake, Urgency.U2_URGENT_1_2W);
    refused("intake.dangerous", () -> intake.discard(clock.by(11)));
    assertThat(intake.state()).isEqualTo(IntakeState.DRAFT);
  }

  @Test
  void R4_18_a_professional_dismisses_what_was_taken_back() {
    Intake intake = found(started(), Urgency.U0_EMERGENCY_NOW);
    refused("intake.stillDangerous", () -> dismiss(intake, "a slip", aPhysician()));
    found(intake, null);

    refused("intake.noAuthority", () -> dismiss(intake, "a slip", aPhysiotherapist()));
    assertThatThrownBy(() -> dismiss(intake, " ", aPhysician())).isInstanceOf(InvalidValue.class);
    assertThat(intake.state()).isEqualTo(IntakeState.DRAFT);
    dismiss(intake, "a slip", aPhysician());
    assertThat(intake.state()).isEqualTo(IntakeState.DISCARDED);
    refused("intake.notDraft", () -> dismiss(intake, "again", aPhysician()));
  }

  @Test
  void R4_18_nothing_is_dismissed_that_was_never_dangerous() {
    Intake intake = found(started(), Urgency.U2_URGENT_1_2W);
    refused("intake.stillDangerous", () -> dismiss(intake, "a slip", aPhysician()));
    intake.discard(clock.by(11));
    assertThat(intake.state()).isEqualTo(IntakeState.DISCARDED);
  }

  private void dismiss(Intake intake, String reason, Professional by) {
    intake.dismiss(reason, by.licence(), DiagnosisPolicy.PHYSICIAN_ONLY, clock.by(by.id()));
  }

  @Test
  void R4_19_onlyAnIntakeThatWasLeftToCompleteTakesSomethingLater() {
    Intake whole = started();
    whole.submit(7, 8, signed(), KEY, clock.by(11));
    refused("intake.complete", whole::expectToComplete);

    Intake stopped = started();
    stopped.leaveToComplete();
    refused("intake.complete", stopped::expectToComplete);
    stopped.submit(7, 8, Optional.empty(), KEY, clock.by(11));
    stopped.expectToComplete();
    refused("intake.notDraft", stopped::leaveToComplete);
  }

  @Test
  void R4_40_R1_41_what_it_asked_by_before_keeps_its_thresholds() {
    Intake intake = started();
    intake.judgeBy(Optional.of(4711L));
    intake.askBy("knee", 1);
    intake.judgeBy(Optional.empty());
    assertThat(intake.rules()).isEqualTo(new PinnedRules("knee", 1, null));
    assertThat(intake.earlierRules()).extracting(PinnedRules::thresholds).containsExactly(4711L);
  }
}

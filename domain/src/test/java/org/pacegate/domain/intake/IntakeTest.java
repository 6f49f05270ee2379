package org.pacegate.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.patient.Language;

/** R4.1 to R4.5. */
class IntakeTest {

  private static final UUID KEY = new UUID(1, 2);

  private final ClinicClock clock = new ClinicClock();

  private Intake started() {
    return Intake.start("low-back-pain", 1, clock.by(11));
  }

  private Intake rescreening() {
    return Intake.rescreen(7, 8, "low-back-pain", 2, clock.by(11));
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
  void r4_3_aSubmittedOneNeverChanges() {
    Intake intake = started();
    intake.submit(7, 8, KEY, clock.by(11));

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
    refused("intake.notDraft", () -> intake.submit(9, 9, KEY, clock.by(11)));
    refused("intake.notDraft", () -> intake.save(IntakeStep.PERSON, clock.by(11)));
    refused("intake.notDraft", () -> intake.forPatient(9));
    refused("intake.notDraft", intake::forSomebodyNew);
    refused("intake.notDraft", () -> intake.discard(clock.by(11)));
  }

  @Test
  void r4_5_aKnownEpisodeIsScreenedAgainForTheSameRunnerOnly() {
    Intake intake = rescreening();

    assertThat(intake.step()).isEqualTo(IntakeStep.SCREENING);
    assertThat(intake.isRescreen()).isTrue();
    refused("intake.otherPatient", () -> intake.forPatient(9));
    refused("intake.otherPatient", intake::forSomebodyNew);
    refused("intake.otherPatient", () -> intake.submit(9, 8, KEY, clock.by(11)));
    refused("intake.otherPatient", () -> intake.submit(7, 9, KEY, clock.by(11)));
    intake.submit(7, 8, KEY, clock.by(11));

    assertThat(intake.state()).isEqualTo(IntakeState.SUBMITTED);
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
    return new Consent(7, 8, version, Language.es, hash, clock.by(11));
  }
}

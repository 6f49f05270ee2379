package org.pacegate.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.Drafts;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.injury.BodySite;

/** R6.1 to R6.3, R6.5. */
class DiagnosisTest {

  private final ClinicClock clock = new ClinicClock();
  private final Professional physician = Professional.aPhysician();

  private Diagnosis signed(DiagnosisDraft draft, Licence licence) {
    return new Diagnosis(
        1,
        draft,
        null,
        licence,
        DiagnosisPolicy.PHYSICIAN_ONLY,
        LimitedSince.NEVER,
        clock.by(physician.id()));
  }

  private Diagnosis signed(DiagnosisDraft draft) {
    return signed(draft, physician.licence());
  }

  @Test
  void r6_1_itKeepsCodeWordsAndFindings() {
    UUID key = new UUID(1, 2);
    Measurement plank =
        new Measurement(FindingTest.PLANK, FindingSide.NONE, new BigDecimal("61.5"));
    Diagnosis diagnosis =
        signed(
            new DiagnosisDraft(
                Drafts.STRAIN,
                "  overstrained  ",
                BodySite.LOW_BACK,
                VerificationStatus.CONFIRMED,
                List.of(plank),
                key));

    assertThat(diagnosis.code().code()).isEqualTo(Drafts.STRAIN.code());
    assertThat(diagnosis.code().edition()).isEqualTo("FY2025");
    assertThat(diagnosis.words()).isEqualTo("overstrained");
    assertThat(diagnosis.isActive()).isTrue();
    assertThat(diagnosis.recordedOn()).isEqualTo(clock.today());
    assertThat(diagnosis.licenceId()).isEqualTo(physician.licence().id());
    Finding finding = diagnosis.findings().get(0);
    assertThat(finding.measurement()).isEqualTo(plank);
    assertThat(finding.unit()).isEqualTo("s");
    assertThat(finding.method()).isEqualTo("PRONE_FOREARM_TO_FAILURE");
    assertThat(finding.measuredOn()).isEqualTo(clock.today());
    assertThat(finding.examiner()).isEqualTo(physician.id());
  }

  @ParameterizedTest
  @NullSource
  @EnumSource(
      value = VerificationStatus.class,
      names = {"REFUTED", "ENTERED_IN_ERROR"})
  void r6_1_theCertaintyIsChosen(VerificationStatus certainty) {
    refused(
        "invalid.certainty.missing",
        () -> signed(Drafts.diagnosis(Drafts.STRAIN, BodySite.LOW_BACK, certainty)));
  }

  @ParameterizedTest
  @CsvSource({"'', missing", "'  ', missing"})
  void r6_1_theCliniciansOwnWordsAreNeeded(String words, String problem) {
    refused("invalid.words." + problem, () -> signed(inWords(words)));
    refused("invalid.words.tooLong", () -> signed(inWords("x".repeat(10_001))));
    assertThat(signed(inWords("x".repeat(10_000))).words()).hasSize(10_000);
  }

  private static DiagnosisDraft inWords(String words) {
    return new DiagnosisDraft(
        Drafts.STRAIN, words, BodySite.LOW_BACK, VerificationStatus.CONFIRMED, List.of(), null);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, 2026-03-02, true",
    "2026-03-03, 2026-03-20, false",
    "2026-02-01, 2026-03-01, false"
  })
  void r6_2_theLicenceStandsOnTheDay(LocalDate from, LocalDate to, boolean stands) {
    Licence licence = Professional.physician(physician.id(), from, to).licence();
    if (stands) {
      assertThat(signed(Drafts.aConfirmedStrain(), licence).isActive()).isTrue();
    } else {
      refused("diagnosis.noAuthority", () -> signed(Drafts.aConfirmedStrain(), licence));
    }
  }

  @Test
  void r6_2_theLicenceIsTheSignersAndAdmitted() {
    refused("diagnosis.noAuthority", () -> signed(Drafts.aConfirmedStrain(), null));
    refused(
        "diagnosis.noAuthority",
        () -> signed(Drafts.aConfirmedStrain(), Professional.anotherPhysician().licence()));
    Professional therapist = Professional.aPhysiotherapist();
    refused(
        "diagnosis.noAuthority",
        () ->
            new Diagnosis(
                1,
                Drafts.aConfirmedStrain(),
                null,
                therapist.licence(),
                DiagnosisPolicy.PHYSICIAN_ONLY,
                LimitedSince.NEVER,
                clock.by(therapist.id())));
  }

  @Test
  void r6_3_itEndsOnceWithAReason() {
    Diagnosis diagnosis = signed(Drafts.aConfirmedStrain());

    refused(
        "invalid.reason.missing",
        () -> diagnosis.end(VerificationStatus.REFUTED, "", clock.by(21)));
    assertThat(diagnosis.isActive()).isTrue();
    assertThat(diagnosis.verificationStatus()).isEqualTo(VerificationStatus.CONFIRMED);

    diagnosis.end(VerificationStatus.REFUTED, "MRI says otherwise", clock.by(21));
    assertThat(diagnosis.isActive()).isFalse();
    refused(
        "diagnosis.ended",
        () -> diagnosis.end(VerificationStatus.ENTERED_IN_ERROR, "too", clock.by(21)));
    assertThat(diagnosis.verificationStatus()).isEqualTo(VerificationStatus.REFUTED);
  }
}

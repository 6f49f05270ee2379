package org.pacegate.domain.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Policies.directTerms;
import static org.pacegate.domain.fixtures.Policies.physiciansOnly;
import static org.pacegate.domain.fixtures.Policies.signed;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.InMemoryRecords;
import org.pacegate.domain.fixtures.Policies;
import org.pacegate.domain.fixtures.Professional;

/** R11.60 to R11.64: who may diagnose, from which day, and what stays a physician's. */
class DiagnosisPolicyTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  private final ClinicClock clock = new ClinicClock();
  private final Professional physio = Policies.aPhysiotherapist();

  /** Signed one after the other; the fourth takes the third back before its day. */
  private final DiagnosisPolicy policy =
      new DiagnosisPolicy(
          true,
          List.of(
              signed(1, MARCH, directTerms(30, false, "", 0)),
              signed(2, MARCH.plusDays(10), physiciansOnly(0)),
              signed(3, MARCH.plusDays(30), directTerms(60, false, "", 0)),
              signed(4, MARCH.plusDays(20), physiciansOnly(14))));

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "9, true", "10, false", "20, false", "30, false"})
  void r11_61_theOneSignedLastHoldsFromItsDayOn(int day, boolean admitted) {
    LocalDate on = MARCH.plusDays(day);

    assertThat(policy.authorises(physio.licence(), physio.id(), on)).isEqualTo(admitted);
    assertThat(policy.authorisesPhysician(physio.licence(), physio.id(), on)).isFalse();
    Professional physician = Policies.aPhysician();
    assertThat(policy.authorises(physician.licence(), physician.id(), on)).isTrue();
    assertThat(policy.authorisesPhysician(physician.licence(), physician.id(), on)).isTrue();
  }

  @Test
  void r11_60_aPolicyIsAboutTheLicencesOfItsJurisdiction() {
    Professional nowhere = Professional.aPhysiotherapist();
    Professional elsewhere = Professional.aPhysiotherapist();
    elsewhere.licence().place("US-MI", null);

    assertThat(policy.authorises(nowhere.licence(), nowhere.id(), MARCH)).isFalse();
    assertThat(policy.authorises(elsewhere.licence(), elsewhere.id(), MARCH)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://hl7.org/fhir/sid/icd-10-cm, S39.012A, false, true",
    "http://hl7.org/fhir/sid/icd-10-cm, M76.61, false, true",
    "http://hl7.org/fhir/sid/icd-10-cm, M76.61, true, false",
    "http://hl7.org/fhir/sid/icd-10-cm, S32.000A, false, false",
    "http://hl7.org/fhir/sid/icd-10-cm, M84.361A, false, false",
    "http://hl7.org/fhir/sid/icd-10-cm, M46.26, false, false",
    "http://hl7.org/fhir/sid/icd-10-cm, C79.51, false, false",
    "http://hl7.org/fhir/sid/icd-10-cm, G83.4, false, false",
    "http://hl7.org/fhir/sid/icd-10-cm, M45.9, false, false",
    "http://hl7.org/fhir/sid/icd-10-cm, I71.4, false, false",
    "http://hl7.org/fhir/sid/icd-10-cm, N20.0, false, false",
    "http://hl7.org/fhir/sid/icd-10-cm, M54.30, false, false",
    "http://hl7.org/fhir/sid/icd-10-cm, G834, false, false",
    "http://hl7.org/fhir/sid/icd-10-cm, m4306, false, false",
    "http://hl7.org/fhir/sid/icd-10-cm, M5430, false, false",
    "CIE-10-ES, M76.61, false, true",
    "http://snomed.info/sct, 278860009, false, false"
  })
  void r11_62_someConditionsAreAPhysiciansUnderEveryPolicy(
      String system, String code, boolean boneStress, boolean covered) {
    assertThat(directTerms(30, false, "m54.3, M54.4", 0).covers(system, code, boneStress))
        .isEqualTo(covered);
    assertThat(physiciansOnly(0).covers(system, code, boneStress)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0, '', 0, invalid.maxDays.bounds",
    "3651, '', 0, invalid.maxDays.bounds",
    "30, 'M54; %', 0, invalid.neverCodes.code",
    "30, '', 15, invalid.provisionalDays.bounds",
    "30, '', -1, invalid.provisionalDays.bounds"
  })
  void r11_62_nonsenseIsRefused(int days, String codes, int provisional, String refusal) {
    refused(refusal, () -> directTerms(days, false, codes, provisional));
  }

  @Test
  void r11_62_noPolicyLimitsVisitsThatNobodyCounts() {
    for (WhoDiagnoses who : WhoDiagnoses.values()) {
      refused("invalid.maxVisits.notCounted", () -> new PolicyTerms(who, null, 12, false, null, 0));
    }
  }

  @Test
  void r11_71_anotherReasonIsAnotherDraft() {
    PolicyVersion draft =
        new PolicyVersion("gb", 1, physiciansOnly(14), "agreed", null, clock.by(31));

    assertThat(draft.records("GB", physiciansOnly(14), " agreed ")).isTrue();
    assertThat(draft.records("GB", physiciansOnly(14), "by law")).isFalse();
  }

  @Test
  void r11_61_itIsSignedByAPhysicianForALaterDay() {
    PolicyVersion draft =
        InMemoryRecords.identify(
            new PolicyVersion("gb", 1, physiciansOnly(14), "agreed", null, clock.by(31)), 900);
    Professional physician = Professional.aPhysician();
    LocalDate today = clock.today();

    assertThat(draft.jurisdiction()).isEqualTo("GB");
    refused("policy.notDraftedYet", () -> sign(draft, today.plusDays(1), physician));
    clock.pass(Duration.ofSeconds(1));
    refused("invalid.effectiveFrom.notAhead", () -> sign(draft, today, physician));
    refused("invalid.effectiveFrom.missing", () -> sign(draft, null, physician));
    refused("invalid.effectiveFrom.tooFar", () -> sign(draft, today.plusDays(3_650), physician));
    refused("policy.noAuthority", () -> sign(draft, today.plusDays(1), physio));
    assertThat(sign(draft, today.plusDays(1), physician).effectiveFrom())
        .isEqualTo(today.plusDays(1));
  }

  private PolicySignature sign(PolicyVersion draft, LocalDate from, Professional by) {
    return new PolicySignature(
        draft, 1, from, by.licence(), Policies.direct(30, 0), clock.by(by.id()));
  }

  @Test
  void r11_64_whereALicenceHoldsIsSaidOnce() {
    Licence licence = Professional.aPhysician().licence();

    refused("invalid.jurisdiction.unknown", () -> licence.place("Britain", null));
    licence.place("gb-eng", "not for children");
    assertThat(licence.jurisdiction()).isEqualTo("GB-ENG");
    refused("licence.placed", () -> licence.place("GB", null));

    licence.verify("looked up in the register", clock.by(31));
    assertThat(licence.verifiedBy()).isEqualTo(31);
    refused("licence.verified", () -> licence.verify("again", clock.by(32)));
  }
}

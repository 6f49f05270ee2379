package org.pacegate.domain.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.fixtures.ClinicClock;

/** R11.1 to R11.3 of the clinic. */
class LicenceTest {

  private final ClinicClock clock = new ClinicClock();

  private static Licence forMarch() {
    return new Licence(
        21,
        Profession.PHYSICIAN,
        "28/1",
        "Colegio de Madrid",
        LocalDate.of(2026, 3, 1),
        LocalDate.of(2026, 3, 31));
  }

  @ParameterizedTest
  @CsvSource({"2026-02-28, false", "2026-03-01, true", "2026-03-31, true", "2026-04-01, false"})
  void r11_1_theFirstAndTheLastDayCount(LocalDate day, boolean valid) {
    assertThat(forMarch().validOn(day)).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-09, true", "2026-03-10, false", "2026-03-11, false"})
  void r11_2_fromTheDayOfTheLapseOnItIsInvalid(LocalDate day, boolean valid) {
    Licence licence = forMarch();
    licence.lapse(LocalDate.of(2026, 3, 10), "fees not paid", clock.by(31));

    assertThat(licence.validOn(day)).isEqualTo(valid);
    LicenceLapse found = licence.lapses().get(0);
    assertThat(found.reason()).isEqualTo("fees not paid");
    assertThat(found.foundAt()).isEqualTo(clock.now());
    assertThat(found.foundBy()).isEqualTo(31);
  }

  @Test
  void r11_2_anEarlierLapseMayBeFoundALaterOneNot() {
    Licence licence = forMarch();
    licence.lapse(LocalDate.of(2026, 3, 10), "fees not paid", clock.by(31));

    refused(
        "licence.alreadyLapsed",
        () -> licence.lapse(LocalDate.of(2026, 3, 10), "again", clock.by(31)));
    refused(
        "licence.alreadyLapsed",
        () -> licence.lapse(LocalDate.of(2026, 3, 20), "later", clock.by(31)));
    licence.lapse(LocalDate.of(2026, 3, 5), "struck off", clock.by(31));

    assertThat(licence.lapsedOn()).isEqualTo(LocalDate.of(2026, 3, 5));
    assertThat(licence.lapses())
        .as("what was found first stays on record")
        .extracting(LicenceLapse::reason)
        .containsExactly("fees not paid", "struck off");
  }

  @Test
  void r11_2_aLapseNeedsAReasonOrNothingChanges() {
    Licence licence = forMarch();

    refused(
        "invalid.lapseReason.missing",
        () -> licence.lapse(LocalDate.of(2026, 3, 10), " ", clock.by(31)));
    assertThat(licence.lapsedOn()).isNull();
  }

  @Test
  void r11_1_aLicenceDoesNotEndBeforeItBegins() {
    LocalDate day = LocalDate.of(2026, 3, 1);

    refused(
        "invalid.validTo.beforeStart",
        () -> new Licence(21, Profession.PHYSICIAN, "1", "C", day, day.minusDays(1)));
    assertThat(new Licence(21, Profession.PHYSICIAN, "1", "C", day, day).validOn(day)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"PHYSICIAN, true", "PHYSIOTHERAPIST, false"})
  void r11_3_theDefaultPolicyAdmitsADoctor(Profession profession, boolean admitted) {
    assertThat(DiagnosisPolicy.PHYSICIAN_ONLY.admits(profession)).isEqualTo(admitted);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 21, PHYSICIAN_ONLY, true",
    "2026-04-01, 21, PHYSICIAN_ONLY, false",
    "2026-03-01, 22, PHYSICIAN_ONLY, false",
    "2026-03-01, 21, NOBODY, false"
  })
  void r11_3_authorityIsAnOwnLicenceOfThatDayThatThePolicyAdmits(
      LocalDate day, long practitioner, DiagnosisPolicy policy, boolean authority) {
    assertThat(policy.authorises(forMarch(), practitioner, day)).isEqualTo(authority);
    assertThat(policy.authorises(null, practitioner, day)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"PHYSICIAN_ONLY, PHYSICIAN_ONLY", "ANYBODY, NOBODY"})
  void r11_3_aPolicyNobodyKnowsAdmitsNobody(String setting, DiagnosisPolicy policy) {
    assertThat(DiagnosisPolicy.named(setting)).isEqualTo(policy);
  }
}

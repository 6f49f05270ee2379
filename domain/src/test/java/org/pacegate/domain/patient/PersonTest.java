package org.pacegate.domain.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.InMemoryRecords;

/** R2.1, R2.2: who somebody is, with whatever is typed at the desk. */
class PersonTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate BORN = LocalDate.of(1988, 3, 2);

  private static Person named(String family, String given) {
    return new Person(family, given, BORN, Sex.FEMALE, null, null, Language.es);
  }

  private static Person born(LocalDate day) {
    return new Person("Ruiz", "Ana", day, Sex.FEMALE, null, null, Language.es);
  }

  private static Person reachedAt(String phone, String email) {
    return new Person("Ruiz", "Ana", BORN, Sex.FEMALE, phone, email, Language.es);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "\u00A0"})
  void r2_1_aNameMustBeThere(String nothing) {
    refused("invalid.familyName.missing", () -> named(nothing, "Ana"));
    refused("invalid.givenName.missing", () -> named("Ruiz", nothing));
  }

  @Test
  void r2_1_aNameHasAnEnd() {
    refused("invalid.familyName.tooLong", () -> named("x".repeat(10_000), "Ana"));
    assertThat(named("x".repeat(200), "Ana").familyName()).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>x</script>", "🏃", "محمد", "Ñ", "O'Brien-Łukasz"})
  void r2_1_aNameIsKeptAsItIs(String name) {
    assertThat(named(name, name).familyName()).isEqualTo(name);
  }

  @Test
  void r2_1_aBirthDateMustBeThere() {
    refused(
        "invalid.birthDate.missing",
        () -> new Patient("P-1", born(null), new ClinicClock().by(11)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, ''",
    "2026-03-03, invalid.birthDate.future",
    "9999-12-31, invalid.birthDate.future",
    "1906-03-02, ''",
    "1906-03-01, invalid.birthDate.tooLongAgo",
    "0001-01-01, invalid.birthDate.tooLongAgo"
  })
  void r2_2_aBirthDateThatCannotBeIsRefused(LocalDate day, String refusal) {
    if (refusal.isEmpty()) {
      born(day).expectPlausibleOn(TODAY);
    } else {
      refused(refusal, () -> born(day).expectPlausibleOn(TODAY));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"600123456", "+34 600 12 34 56", "(091) 555-12.34/5", "12345"})
  void aPhoneNumberIsKeptAsGiven(String phone) {
    assertThat(reachedAt(phone, null).phone()).isEqualTo(phone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234", "1234567890123456", "none", "600123456 (mother)", "٦٠٠١٢٣٤٥٦"})
  void whatNoPhoneTakesIsRefused(String phone) {
    refused("invalid.phone.malformed", () -> reachedAt(phone, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana@example.org", "ana.ruiz+run@mail.example.org", "ñandú@example.es"})
  void anAddressIsKeptAsGiven(String email) {
    assertThat(reachedAt(null, email).email()).isEqualTo(email);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana",
        "@example.org",
        "ana@",
        "ana@example",
        "ana@.org",
        "ana@example.org.",
        "a@b@example.org",
        "ana ruiz@example.org",
        "ana,eva@example.org",
        "<ana@example.org>",
        "\"ana\"@example.org"
      })
  void whatNoMailReachesIsRefused(String email) {
    refused("invalid.email.malformed", () -> reachedAt(null, email));
  }

  @Test
  void whatIsLeftOutStaysUnknown() {
    assertThat(reachedAt(" ", "").phone()).isNull();
    assertThat(reachedAt(" ", "").email()).isNull();
  }

  @Test
  void r2_2_aPatientIsRegisteredOnlyWithABirthDateThatCanBe() {
    ClinicClock clock = new ClinicClock();

    refused(
        "invalid.birthDate.future",
        () -> new Patient("P-1", born(clock.today().plusDays(1)), clock.by(11)));
    refused("invalid.recordNumber.missing", () -> new Patient(" ", born(BORN), clock.by(11)));
  }

  @Test
  void R2_10_somebodyIsRegisteredInAnEmergencyWithWhatIsKnown() {
    ClinicClock clock = new ClinicClock();
    Person nobody = new Person("?", "?", null, Sex.UNKNOWN, null, null, Language.es);
    Patient patient = Patient.inEmergency("P-1", nobody, clock.by(11));
    assertThat(patient.person()).isEqualTo(nobody);
    assertThat(nobody.isIdentified()).isFalse();

    refused(
        "invalid.birthDate.future",
        () -> Patient.inEmergency("P-1", born(clock.today().plusDays(1)), clock.by(11)));
  }

  @Test
  void R2_10_whoItIsIsAddedOnce() {
    ClinicClock clock = new ClinicClock();
    Patient patient =
        new InMemoryRecords()
            .keep(
                Patient.inEmergency(
                    "P-1",
                    new Person("?", "?", null, Sex.UNKNOWN, null, null, Language.es),
                    clock.by(11)));
    refused("invalid.birthDate.missing", () -> patient.identify(born(null), clock.by(11)));
    patient.identify(born(BORN), clock.by(11));

    assertThat(patient.person()).isEqualTo(born(BORN));
    refused("patient.identified", () -> patient.identify(born(BORN), clock.by(11)));
  }

  @Test
  void aRegisteredPersonIsWhoWasTold() {
    assertThat(new Patient("P-1", born(BORN), new ClinicClock().by(11)).person())
        .isEqualTo(born(BORN));
  }
}

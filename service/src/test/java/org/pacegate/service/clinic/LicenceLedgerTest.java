package org.pacegate.service.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.clinic.PolicyClinic.refused;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.clinic.Profession;
import org.pacegate.domain.shared.LostUpdate;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.testing.TestClinics;

/** R11.64, R11.72, R11.73 on PostgreSQL: what stands behind a licence, and when it ends. */
class LicenceLedgerTest {

  private static final Instant NOW = Instant.parse("2026-06-19T10:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 19);
  private static final byte[] PDF = "%PDF-1.7 a licence".getBytes(StandardCharsets.US_ASCII);
  private static final TestClinics CLINICS = new TestClinics(NOW);

  private final PolicyClinic clinic = another();

  private static PolicyClinic another() {
    CLINICS.turnTo(NOW);
    return PolicyClinic.open(CLINICS);
  }

  @AfterAll
  static void close() {
    CLINICS.close();
  }

  private LicenceView open(long licence) {
    return open("admin", licence);
  }

  private LicenceView open(String who, long licence) {
    return CLINICS.as(
        clinic.login(who), services -> services.get(LicenceLedger.class).open(licence));
  }

  private void verify(String who, LicenceLine line) {
    clinic
        .people()
        .as(
            who,
            services ->
                services
                    .get(LicenceLedger.class)
                    .verify(
                        new VerifyLicence(
                            line.licenceId(), line.version(), "public register, no limits")));
  }

  private void place(LicenceLine line, String where) {
    place("admin", line, where);
  }

  private void place(String who, LicenceLine line, String where) {
    clinic
        .people()
        .as(
            who,
            services ->
                services
                    .get(LicenceLedger.class)
                    .place(new PlaceLicence(line.licenceId(), line.version(), where, "spine")));
  }

  @Test
  void R11_64_somebody_else_than_the_holder_looks_it_up_once() {
    LicenceLine own = clinic.licence("both");
    assertThat(own.verifiedBy()).isNull();
    refused("licence.verifyByAnother", () -> verify("both", own));
    verify("admin", own);

    LicenceLine seen = clinic.licence("both");
    assertThat(seen.verifiedBy()).endsWith(" admin");
    assertThat(seen.verifiedAt()).isEqualTo(NOW);
    assertThat(seen.verification()).isEqualTo("public register, no limits");
    assertThatThrownBy(() -> verify("admin", own)).isInstanceOf(LostUpdate.class);
    refused("licence.verified", () -> verify("admin", seen));
  }

  @Test
  void R11_64_whoever_recorded_it_does_not_look_it_up_while_there_is_a_third() {
    LicenceLine recorded = clinic.licence("doc");
    assertThat(open(recorded.licenceId()).mayVerify()).as("both is a third").isFalse();
    refused("licence.verifyByAnother", () -> verify("admin", recorded));
    assertThatThrownBy(
            () ->
                sql(
                    "admin",
                    "update licence set verified_at = now(), verification = 'seen', verified_by ="
                        + " current_practitioner() where id = "
                        + recorded.licenceId()))
        .hasStackTraceContaining("another administrator verifies this licence");
    verify("both", recorded);
    assertThatThrownBy(
            () ->
                sql(
                    "admin",
                    "update licence set verification = 'nothing' where id = "
                        + recorded.licenceId()))
        .hasStackTraceContaining("what a licence says is said once");
  }

  private void sql(String who, String statement) {
    CLINICS.as(
        clinic.login(who),
        services -> services.get(EntityManager.class).createNativeQuery(statement).executeUpdate());
  }

  @Test
  void R11_64_where_it_holds_is_said_once_and_no_update_is_lost() {
    LicenceLine line = clinic.licence("doc");
    refused("invalid.jurisdiction.unknown", () -> place(line, "Spain"));
    place(line, "us-mi");
    assertThat(clinic.licence("doc").jurisdiction()).isEqualTo("US-MI");
    assertThat(clinic.licence("doc").scope()).isEqualTo("spine");
    assertThatThrownBy(() -> place(line, "GB")).isInstanceOf(LostUpdate.class);
    refused("licence.placed", () -> place(clinic.licence("doc"), "GB"));
  }

  @Test
  void R11_64_another_than_the_holder_says_where_it_holds() {
    LicenceLine own = clinic.licence("both");
    refused("licence.own", () -> place("both", own, "GB"));
    assertThat(open("both", own.licenceId()).mayPlace()).isFalse();
    assertThat(open(own.licenceId()).mayPlace()).isTrue();
    for (String said : List.of("jurisdiction = 'GB'", "scope = 'all'")) {
      assertThatThrownBy(
              () -> sql("both", "update licence set " + said + " where id = " + own.licenceId()))
          .hasStackTraceContaining("another administrator says where this licence holds");
    }
    place(own, "GB");
    assertThat(clinic.licence("both").jurisdiction()).isEqualTo("GB");
  }

  @Test
  void R11_72_a_lapse_after_the_last_day_does_not_stand_in_the_way_of_the_renewal() {
    clinic.record("ther", Profession.PHYSIOTHERAPIST, "T7", "GB", "2025-01-01", "2025-12-31");
    lapse("ther", LocalDate.of(2026, 6, 1));

    clinic.record("ther", Profession.PHYSIOTHERAPIST, "T7", "GB", "2026-01-01", "2026-12-31");
    assertThat(ending()).as("renewed").isEmpty();
  }

  private void lapse(String who, LocalDate from) {
    LicenceLine line = clinic.licence(who);
    clinic
        .people()
        .as(
            "admin",
            services ->
                services
                    .get(Licences.class)
                    .lapse(new RecordLapse(line.licenceId(), line.version(), from, "not paid")));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-01, 2027-08-31, GB, true",
    "2026-07-01, 2026-12-31, GB, true",
    "2026-01-01, 2026-05-31, GB, false",
    "2026-07-01, 2027-08-31, ES, true"
  })
  void R11_73_a_later_licence_of_the_profession_ends_the_warning(
      String from, String to, String where, boolean renewed) {
    clinic.record("ther", Profession.PHYSIOTHERAPIST, "T1", "GB", "2020-01-01", "2026-12-31");
    lapse("ther", LocalDate.of(2026, 6, 1));
    assertThat(ending()).extracting(LicenceLine::number).containsExactly("T1");

    clinic.record("ther", Profession.PHYSIOTHERAPIST, "T2", where, from, to);
    assertThat(ending().stream().noneMatch(line -> line.number().equals("T1"))).isEqualTo(renewed);
  }

  @Test
  void R11_73_a_licence_elsewhere_does_not_end_the_warning_of_one_that_stands() {
    clinic.record("ther", Profession.PHYSIOTHERAPIST, "T1", "US-MI", "2020-01-01", "2026-07-01");
    clinic.record("ther", Profession.PHYSIOTHERAPIST, "T2", "US-OH", "2020-01-01", "2030-07-01");
    assertThat(ending()).extracting(LicenceLine::number).containsExactly("T1");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-12-31, false",
    "2025-12-31, 2026-01-01, false",
    "2020-01-01, 2040-01-01, false",
    "2026-12-31, 2027-12-31, false",
    "2027-01-01, 2027-12-31, true",
    "2025-01-01, 2025-12-31, true"
  })
  void R11_72_a_renewal_keeps_its_number_and_no_day_has_it_twice(
      String from, String to, boolean taken) {
    clinic.record("second", Profession.PHYSICIAN, "77", null, "2026-01-01", "2026-12-31");
    if (taken) {
      clinic.record("second", Profession.PHYSICIAN, "77", null, from, to);
    } else {
      refused(
          "invalid.number.taken",
          () -> clinic.record("second", Profession.PHYSICIAN, "77", null, from, to));
      assertThatThrownBy(
              () ->
                  sql(
                      "admin",
                      ("insert into licence (id, practitioner_id, profession, number, authority,"
                              + " valid_from, valid_to, recorded_by) values"
                              + " (nextval('record_seq'), %d, 'PHYSICIAN', '77', 'Board', '%s',"
                              + " '%s', current_practitioner())")
                          .formatted(clinic.practitioner("doc"), from, to)))
          .isInstanceOf(RuntimeException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "61, 0, false",
    "60, 60, true",
    "31, 60, true",
    "30, 30, true",
    "8, 30, true",
    "7, 7, true",
    "0, 7, true",
    "-1, 0, true"
  })
  void R11_73_the_administrator_is_told_in_time(int daysBefore, int warning, boolean told) {
    LocalDate last = DAY.plusDays(daysBefore);
    clinic.record("ther", Profession.PHYSIOTHERAPIST, "T1", "GB", "2020-01-01", last.toString());
    LicenceLine line = clinic.licence("ther");
    assertThat(line.warning()).isEqualTo(warning);
    assertThat(ending())
        .extracting(LicenceLine::number)
        .isEqualTo(told ? List.of("T1") : List.of());

    clinic.record(
        "ther",
        Profession.PHYSIOTHERAPIST,
        "T2",
        "GB",
        last.plusDays(1).toString(),
        last.plusDays(700).toString());
    assertThat(ending()).as("renewed").isEmpty();
  }

  private List<LicenceLine> ending() {
    return CLINICS.as(clinic.login("admin"), services -> services.get(Licences.class).ending());
  }

  private long add(long licence, byte[] content, UUID key) {
    return CLINICS.as(
        clinic.login("admin"),
        services ->
            services.get(LicenceLedger.class).addProof(content, new AddProof(licence, key)));
  }

  @Test
  void R11_72_a_document_is_what_its_first_bytes_say_and_small() {
    long licence = clinic.licence("doc").licenceId();
    byte[] huge = Arrays.copyOf(PDF, 20 * 1024 * 1024);
    byte[] page = "<html>%PDF-</html>".getBytes(StandardCharsets.US_ASCII);
    refused("invalid.proof.tooLarge", () -> add(licence, huge, UUID.randomUUID()));
    refused("invalid.proof.type", () -> add(licence, page, UUID.randomUUID()));
    refused("invalid.proof.missing", () -> add(licence, new byte[0], UUID.randomUUID()));
    refused("invalid.proof.missing", () -> add(licence, null, UUID.randomUUID()));
    assertThat(open(licence).proofs()).isEmpty();

    UUID key = UUID.randomUUID();
    long proof = add(licence, PDF, key);
    assertThat(add(licence, PDF, key)).as("a second click").isEqualTo(proof);
    refused("submission.keyUsed", () -> add(licence, Arrays.copyOf(PDF, 9), key));
    assertThat(open(licence).proofs()).singleElement().extracting(ProofLine::bytes).isEqualTo(18L);
    assertThat(clinic.licence("doc").proven()).isTrue();

    ProofFile file =
        CLINICS.as(
            clinic.login("admin"), services -> services.get(LicenceLedger.class).proof(proof));
    assertThat(file.name()).isEqualTo("licence-" + licence + "-proof-" + proof + ".pdf");
    assertThat(file.bytes()).isEqualTo(PDF);
    assertThatThrownBy(
            () ->
                CLINICS.as(
                    PolicyClinic.open(CLINICS).login("admin"),
                    services -> services.get(LicenceLedger.class).proof(proof)))
        .isInstanceOf(NoSuchRecord.class);
  }
}

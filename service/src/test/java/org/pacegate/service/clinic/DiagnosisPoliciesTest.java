package org.pacegate.service.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.domain.clinic.WhoDiagnoses.PHYSICIAN_ONLY;
import static org.pacegate.domain.clinic.WhoDiagnoses.PHYSICIAN_OR_DIRECT_ACCESS_PT;
import static org.pacegate.service.clinic.PolicyClinic.refused;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.service.clinic.PolicyLine.Standing;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.testing.TestClinics;

/** R11.60 to R11.71 on PostgreSQL, with a turned clock: policies drafted, signed and in force. */
class DiagnosisPoliciesTest {

  /** A Friday. */
  private static final Instant NOW = Instant.parse("2026-06-19T10:00:00Z");

  /** The clinic's day, in SQL. */
  private static final String TODAY = "cast(now() at time zone 'Europe/Madrid' as date)";

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

  private boolean admits() {
    DiagnosisPolicy policy =
        CLINICS.as(
            clinic.login("physio"),
            services -> services.get(ClinicContext.class).acting().policy());
    LocalDate today = clinic.today();
    return policy.inForce("GB", today).isPresent()
        && policy.inForce("GB", today).get().terms().who() == PHYSICIAN_OR_DIRECT_ACCESS_PT;
  }

  @Test
  void R11_61_a_draft_changes_nothing_and_a_signed_one_holds_from_its_day_on() {
    long policy = clinic.draft("gb", PHYSICIAN_OR_DIRECT_ACCESS_PT, 30, null);
    assertThat(clinic.policy(policy).standing()).isEqualTo(Standing.DRAFT);

    clinic.sign("doc", policy, clinic.today().plusDays(1));
    assertThat(clinic.policy(policy).standing()).isEqualTo(Standing.TO_COME);
    assertThat(admits()).isFalse();

    // The clinic's midnight, not the server's.
    CLINICS.turnTo(Instant.parse("2026-06-19T21:59:59Z"));
    assertThat(admits()).isFalse();
    CLINICS.turnTo(Instant.parse("2026-06-19T22:00:00Z"));
    assertThat(admits()).isTrue();
    assertThat(clinic.policy(policy).standing()).isEqualTo(Standing.IN_FORCE);

    long back = clinic.draft("GB", PHYSICIAN_ONLY, null, 14);
    clinic.sign("second", back, clinic.today().plusDays(1));
    CLINICS.pass(Duration.ofDays(1));
    assertThat(admits()).isFalse();
    assertThat(clinic.policy(policy).standing()).isEqualTo(Standing.REPLACED);
    assertThat(clinic.policy(back).number()).isEqualTo(2);
  }

  @Test
  void R11_61_nothing_reaches_back() {
    long policy = clinic.draft("GB", PHYSICIAN_ONLY, null, 14);
    for (long days : new long[] {0, -1, -400}) {
      refused(
          "invalid.effectiveFrom.notAhead",
          () -> clinic.sign("doc", policy, clinic.today().plusDays(days)));
    }
    refused("invalid.effectiveFrom.missing", () -> clinic.sign("doc", policy, null));
    assertThat(clinic.policy(policy).standing()).isEqualTo(Standing.DRAFT);
  }

  @Test
  void R11_71_only_a_physician_licensed_today_signs_and_once() {
    long policy = clinic.draft("GB", PHYSICIAN_OR_DIRECT_ACCESS_PT, 30, null);
    LocalDate tomorrow = clinic.today().plusDays(1);

    assertThatThrownBy(() -> clinic.sign("doc", policy, tomorrow, "guess"))
        .isInstanceOf(PasswordRefused.class);
    refused("policy.noAuthority", () -> clinic.sign("physio", policy, tomorrow));
    CLINICS.turnTo(Instant.parse("2040-01-02T10:00:00Z"));
    refused("policy.noAuthority", () -> clinic.sign("doc", policy, clinic.today().plusDays(1)));
    CLINICS.turnTo(NOW);
    refused("policy.notDraftedYet", () -> clinic.sign("doc", policy, tomorrow));
    CLINICS.pass(Duration.ofSeconds(1));

    clinic.sign("doc", policy, tomorrow);
    clinic.sign("doc", policy, tomorrow);
    refused("policy.signed", () -> clinic.sign("doc", policy, tomorrow.plusDays(1)));
    refused("policy.signed", () -> clinic.sign("second", policy, tomorrow));
    assertThat(clinic.policy(policy).signedBy()).startsWith("policy");
    assertThat(audited())
        .containsExactly(
            "CREATE GB, version 1: PHYSICIAN_OR_DIRECT_ACCESS_PT",
            "SIGN GB, version 1: PHYSICIAN_OR_DIRECT_ACCESS_PT from " + tomorrow);
  }

  @Test
  void R11_71_whoever_has_both_rights_drafts_and_signs_in_two_acts() {
    long policy =
        clinic.draft(
            "both",
            new DraftPolicy(
                "GB", PHYSICIAN_ONLY, null, null, false, "", 7, "agreed", UUID.randomUUID()));
    assertThat(clinic.policy(policy).standing()).isEqualTo(Standing.DRAFT);
    CLINICS.pass(Duration.ofMinutes(1));
    clinic.sign("both", policy, clinic.today().plusDays(1));

    assertThat(clinic.policy(policy).draftedBy()).isEqualTo(clinic.policy(policy).signedBy());
    assertThat(clinic.policy(policy).signedAt()).isAfter(clinic.policy(policy).draftedAt());
    assertThat(audited()).hasSize(2);
  }

  private List<String> audited() {
    return clinic
        .people()
        .rows(
            "select action || ' ' || detail from audit.events_of_clinic(null, null, 500)"
                + " where entity = 'DiagnosisPolicy' order by id");
  }

  @Test
  void R11_71_a_second_click_gives_the_first_draft() {
    UUID key = UUID.randomUUID();
    DraftPolicy wanted =
        new DraftPolicy("GB", PHYSICIAN_ONLY, null, null, false, "", 7, "agreed", key);
    long first = clinic.draft("admin", wanted);

    assertThat(clinic.draft("admin", wanted)).isEqualTo(first);
    refused(
        "submission.keyUsed",
        () ->
            clinic.draft(
                "admin",
                new DraftPolicy("GB", PHYSICIAN_ONLY, null, null, false, "", 8, "agreed", key)));
    refused(
        "submission.keyUsed",
        () ->
            clinic.draft(
                "admin",
                new DraftPolicy("GB", PHYSICIAN_ONLY, null, null, false, "", 7, "by law", key)));
    refused("invalid.provisionalDays.bounds", () -> clinic.draft("GB", PHYSICIAN_ONLY, null, 15));
    refused("invalid.jurisdiction.unknown", () -> clinic.draft("Spain", PHYSICIAN_ONLY, null, 7));
    refused("invalid.who.missing", () -> clinic.draft("GB", null, null, 7));
  }

  @Test
  void R11_70_a_policy_falls_with_the_licence_it_was_signed_under() {
    long policy = clinic.draft("GB", PHYSICIAN_OR_DIRECT_ACCESS_PT, 30, null);
    clinic.sign("doc", policy, clinic.today().plusDays(1));
    CLINICS.pass(Duration.ofDays(2));
    assertThat(admits()).isTrue();
    LicenceLine licence = clinic.licence("doc");
    clinic
        .people()
        .as(
            "admin",
            services ->
                services
                    .get(Licences.class)
                    .lapse(
                        new RecordLapse(
                            licence.licenceId(),
                            licence.version(),
                            clinic.today().minusDays(9),
                            "not renewed")));

    assertThat(clinic.policy(policy).standing()).isEqualTo(Standing.FALLEN);
    assertThat(admits()).isFalse();
    refused("policy.noAuthority", () -> clinic.sign("doc", another(policy), clinic.today()));
  }

  private long another(long like) {
    return clinic.draft(clinic.policy(like).jurisdiction(), PHYSICIAN_ONLY, null, 7);
  }

  @Test
  void R11_61_the_database_takes_no_policy_for_a_day_that_has_begun_and_none_of_a_layman() {
    long policy = clinic.draft("GB", PHYSICIAN_OR_DIRECT_ACCESS_PT, 30, null);
    assertThatThrownBy(() -> signBySql("doc", policy, TODAY))
        .hasStackTraceContaining("diagnosis_policy_signature_check");
    assertThatThrownBy(() -> signBySql("doc", policy, TODAY + " + 3700"))
        .hasStackTraceContaining("diagnosis_policy_signature_check");
    assertThatThrownBy(() -> signBySql("physio", policy, TODAY + " + 1"))
        .hasStackTraceContaining("the policy cannot be signed");
    for (String change :
        List.of(
            "update diagnosis_policy set provisional_days = 14",
            "delete from diagnosis_policy",
            "update diagnosis_policy_signature set effective_from = '2020-01-01'",
            "delete from diagnosis_policy_signature")) {
      assertThatThrownBy(() -> sql("doc", change))
          .as(change)
          .hasStackTraceContaining("permission denied");
    }
  }

  private void signBySql(String who, long policy, String from) {
    sql(
        who,
        "insert into diagnosis_policy_signature (id, policy_id, jurisdiction, place, signed_at,"
            + " signed_on, signed_by, licence_id, effective_from) select nextval('record_seq'), "
            + policy
            + ", 'GB', 1, now(), "
            + TODAY
            + ","
            + " current_practitioner(), l.id, "
            + from
            + " from licence l where l.practitioner_id = current_practitioner()");
  }

  private void sql(String who, String statement) {
    CLINICS.as(
        clinic.login(who),
        services -> services.get(EntityManager.class).createNativeQuery(statement).executeUpdate());
  }

  @Test
  void R11_70_another_clinic_neither_reads_nor_signs_it() {
    long policy = clinic.draft("GB", PHYSICIAN_ONLY, null, 7);
    PolicyClinic other = PolicyClinic.open(CLINICS);

    assertThatThrownBy(() -> other.policy(policy)).isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(() -> other.sign("doc", policy, other.today().plusDays(1)))
        .isInstanceOf(NoSuchRecord.class);
    assertThat(
            CLINICS.<List<PolicyLine>>as(
                other.login("admin"), services -> services.get(DiagnosisPolicies.class).all()))
        .isEmpty();
  }
}

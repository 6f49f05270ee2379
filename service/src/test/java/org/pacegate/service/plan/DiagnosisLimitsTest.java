package org.pacegate.service.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.domain.clinic.WhoDiagnoses.PHYSICIAN_ONLY;
import static org.pacegate.domain.clinic.WhoDiagnoses.PHYSICIAN_OR_DIRECT_ACCESS_PT;
import static org.pacegate.domain.diagnosis.VerificationStatus.CONFIRMED;
import static org.pacegate.domain.diagnosis.VerificationStatus.PROVISIONAL;
import static org.pacegate.service.clinic.PolicyClinic.refused;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.diagnosis.GateRefusal;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.clinic.LicenceInDoubt;
import org.pacegate.service.clinic.LicenceLapsed;
import org.pacegate.service.clinic.LicenceLedger;
import org.pacegate.service.clinic.LicenceLine;
import org.pacegate.service.clinic.LicenceView;
import org.pacegate.service.clinic.Licences;
import org.pacegate.service.clinic.PlaceLicence;
import org.pacegate.service.clinic.PolicyClinic;
import org.pacegate.service.clinic.RecordLapse;
import org.pacegate.service.clinic.RestingPlan;
import org.pacegate.service.diagnosis.DiagnosisDesks;
import org.pacegate.service.plan.PlanAnswer.Active;
import org.pacegate.service.plan.PlanAnswer.Refused;
import org.pacegate.service.testing.TestClinics;

/** R6.20 to R6.27 on PostgreSQL, with a turned clock: courses of care under a signed policy. */
class DiagnosisLimitsTest {

  /** A Friday; the clocks in Madrid go back on 25 October. */
  private static final Instant NOW = Instant.parse("2026-10-16T10:00:00Z");

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

  /** Signs a policy, and turns the clock to its first day. */
  private void directAccess(Integer maxDays, int provisionalDays) {
    inForce(clinic.draft("GB", PHYSICIAN_OR_DIRECT_ACCESS_PT, maxDays, provisionalDays));
  }

  private void inForce(long policy) {
    clinic.sign("doc", policy, clinic.today().plusDays(1));
    CLINICS.pass(Duration.ofDays(1));
  }

  private static void sweep(TestClinics server) {
    server.work(
        services -> {
          services.get(DiagnosisSweep.class).sweep();
          return null;
        });
  }

  private String plan(long episode) {
    return clinic
        .people()
        .rows(
            "select state || ' ' || coalesce(state_reason, '') from care_plan where episode_id = "
                + episode)
        .get(0)
        .strip();
  }

  private LocalDate carriesUntil(long episode) {
    return CLINICS
        .as(clinic.login("physio"), services -> services.get(DiagnosisDesks.class).open(episode))
        .diagnoses()
        .get(0)
        .carriesUntil();
  }

  @Test
  void R6_20_a_physiotherapist_diagnoses_only_where_a_policy_in_force_says_so() {
    long episode = clinic.people().raise().episode();
    refused("diagnosis.noAuthority", () -> clinic.diagnose("physio", episode, "M54.59", CONFIRMED));

    directAccess(30, 0);
    refused(
        "diagnosis.notCovered", () -> clinic.diagnose("physio", episode, "M48.48XA", CONFIRMED));
    clinic.diagnose("physio", episode, "M54.59", CONFIRMED);

    assertThat(clinic.plan(episode)).isInstanceOf(Active.class);
    assertThat(carriesUntil(episode)).isEqualTo(clinic.today().plusDays(30));
  }

  @Test
  void R6_21_while_a_red_flag_stands_a_physician_diagnoses() {
    directAccess(30, 0);
    long flagged = clinic.people().raise(Urgency.U2_URGENT_1_2W).episode();
    refused(
        "diagnosis.flagIsPhysicians",
        () -> clinic.diagnose("physio", flagged, "M54.59", CONFIRMED));
  }

  @Test
  void R6_22_a_provisional_one_opens_the_gate_for_the_days_of_the_policy_and_no_longer() {
    place("doc", "GB");
    long shut = clinic.people().raise().episode();
    clinic.diagnose("doc", shut, "M54.59", PROVISIONAL);
    assertThat(clinic.plan(shut))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reasons()).contains(GateRefusal.DIAGNOSIS_PROVISIONAL));

    inForce(clinic.draft("GB", PHYSICIAN_ONLY, null, 14));
    assertThat(clinic.plan(shut)).as("signed before").isInstanceOf(Refused.class);
    long episode = clinic.people().raise().episode();
    clinic.diagnose("doc", episode, "M54.59", PROVISIONAL);
    assertThat(clinic.plan(episode)).isInstanceOf(Active.class);
    assertThat(carriesUntil(episode)).isEqualTo(LocalDate.of(2026, 10, 31));

    // The clocks went back on the 25th: the clinic's midnight is an hour later in UTC.
    CLINICS.turnTo(Instant.parse("2026-10-31T22:59:59Z"));
    sweep(CLINICS);
    assertThat(plan(episode)).isEqualTo("ACTIVE");
    CLINICS.turnTo(Instant.parse("2026-10-31T23:00:00Z"));
    sweep(CLINICS);
    assertThat(plan(episode)).isEqualTo("SUSPENDED plan.suspended.diagnosisLimit");
  }

  private void place(String who, String where) {
    LicenceLine line = clinic.licence(who);
    clinic
        .people()
        .as(
            "admin",
            services ->
                services
                    .get(LicenceLedger.class)
                    .place(new PlaceLicence(line.licenceId(), line.version(), where, null)));
  }

  @Test
  void R6_25_the_plan_is_suspended_once_on_time_whichever_server_comes_first() {
    directAccess(10, 0);
    long episode = clinic.people().raise().episode();
    clinic.diagnose("physio", episode, "M54.59", CONFIRMED);
    clinic.plan(episode);

    CLINICS.pass(Duration.ofDays(10));
    sweep(CLINICS);
    assertThat(plan(episode)).isEqualTo("ACTIVE");
    CLINICS.pass(Duration.ofDays(5));
    try (TestClinics restarted = CLINICS.anotherServer()) {
      sweep(restarted);
    }
    sweep(CLINICS);

    assertThat(plan(episode)).isEqualTo("SUSPENDED plan.suspended.diagnosisLimit");
    assertThat(
            clinic
                .people()
                .rows(
                    "select coalesce(cast(practitioner_id as text), 'nobody') from"
                        + " audit.events_of_clinic(null, null, 500) where detail ="
                        + " 'plan suspended, the diagnosis no longer carries it'"))
        .containsExactly("nobody");
    clinic.people().raiseAgain(episode);
    assertThat(clinic.plan(episode))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.reasons()).containsExactly(GateRefusal.DIAGNOSIS_LIMIT_ENDED));
  }

  @Test
  void R11_73_a_lapse_lists_the_plans_that_it_took_the_ground_from() {
    directAccess(30, 0);
    long direct = clinic.people().raise().episode();
    clinic.diagnose("physio", direct, "M54.59", CONFIRMED);
    clinic.plan(direct);
    long own = clinic.people().raise().episode();
    clinic.diagnose("doc", own, "M54.59", CONFIRMED);
    clinic.plan(own);
    long others = clinic.people().raise().episode();
    clinic.diagnose("second", others, "M54.59", CONFIRMED);
    clinic.plan(others);

    lapse("doc", clinic.today().minusDays(5));

    assertThat(plan(own)).startsWith("SUSPENDED");
    assertThat(plan(direct)).as("under a policy that fell").startsWith("SUSPENDED");
    assertThat(plan(others)).isEqualTo("ACTIVE");
    LicenceLine licence = clinic.licence("doc");
    LicenceView view =
        CLINICS.as(
            clinic.login("admin"),
            services -> services.get(LicenceLedger.class).open(licence.licenceId()));
    assertThat(view.plans())
        .extracting(RestingPlan::planId)
        .containsExactlyInAnyOrderElementsOf(plansOf(direct, own));
    refused(
        "diagnosis.noAuthority",
        () -> clinic.diagnose("doc", clinic.people().raise().episode(), "M54.59", CONFIRMED));
  }

  private List<Long> plansOf(long one, long other) {
    return clinic
        .people()
        .rows(
            "select cast(id as text) from care_plan where episode_id in ("
                + one
                + ", "
                + other
                + ")")
        .stream()
        .map(Long::valueOf)
        .toList();
  }

  /** Beside the services the observers, which no container calls here. */
  private void lapse(String who, LocalDate from) {
    LicenceLine licence = clinic.licence(who);
    clinic
        .people()
        .as(
            "admin",
            services -> {
              LapsedLicences plans = services.get(LapsedLicences.class);
              plans.lock(new LicenceInDoubt(licence.licenceId()));
              services
                  .get(Licences.class)
                  .lapse(
                      new RecordLapse(
                          licence.licenceId(), licence.version(), from, "fee not paid"));
              plans.takeBack(new LicenceLapsed(licence.licenceId()));
            });
  }

  @Test
  void R6_22_the_database_asks_too() {
    directAccess(10, 0);
    long episode = clinic.people().raise().episode();
    clinic.diagnose("physio", episode, "M54.59", CONFIRMED);
    for (String change :
        List.of(
            "update diagnosis set carries_until = null where episode_id = " + episode,
            "update diagnosis set direct_access = false where episode_id = " + episode)) {
      assertThatThrownBy(
              () ->
                  CLINICS.as(
                      clinic.login("physio"),
                      services ->
                          services
                              .get(EntityManager.class)
                              .createNativeQuery(change)
                              .executeUpdate()))
          .hasStackTraceContaining("permission denied");
    }
  }
}

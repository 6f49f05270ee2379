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
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.clinic.Profession;
import org.pacegate.domain.diagnosis.GateRefusal;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.screening.FlagState;
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
import org.pacegate.service.diagnosis.Diagnoses;
import org.pacegate.service.diagnosis.DiagnosisDesk;
import org.pacegate.service.diagnosis.DiagnosisDesks;
import org.pacegate.service.diagnosis.EndDiagnosis;
import org.pacegate.service.plan.PlanAnswer.Active;
import org.pacegate.service.plan.PlanAnswer.Refused;
import org.pacegate.service.screening.DangerClinic;
import org.pacegate.service.screening.DecideFlag;
import org.pacegate.service.screening.Screenings;
import org.pacegate.service.testing.Services;
import org.pacegate.service.testing.TestClinics;
import org.pacegate.service.worklist.Waiting;
import org.pacegate.service.worklist.Worklist;
import org.pacegate.service.worklist.WorklistPage;
import org.pacegate.service.worklist.WorklistRow;

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
    assertThat(carriesUntil(episode)).isEqualTo(clinic.today().plusDays(29));
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
    assertThat(carriesUntil(episode)).isEqualTo(LocalDate.of(2026, 10, 30));

    // The clocks went back on the 25th: the clinic's midnight is an hour later in UTC.
    CLINICS.turnTo(Instant.parse("2026-10-30T22:59:59Z"));
    sweep(CLINICS);
    assertThat(plan(episode)).isEqualTo("ACTIVE");
    CLINICS.turnTo(Instant.parse("2026-10-30T23:00:00Z"));
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

    CLINICS.pass(Duration.ofDays(9));
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
  void R6_25_one_plan_that_cannot_be_suspended_holds_up_no_other() {
    directAccess(10, 0);
    long stuck = clinic.people().raise().episode();
    clinic.diagnose("physio", stuck, "M54.59", CONFIRMED);
    clinic.plan(stuck);
    long other = clinic.people().raise().episode();
    clinic.diagnose("physio", other, "M54.59", CONFIRMED);
    clinic.plan(other);
    CLINICS.tamper(
        "create trigger stuck before update on pacegate.care_plan for each row when"
            + " (old.episode_id = "
            + stuck
            + ") execute function pacegate.refuse_change('stuck')");
    CLINICS.pass(Duration.ofDays(11));
    DiagnosisSweep.keep(new OwnTransactions(), CLINICS::now);
    assertThat(plan(stuck)).isEqualTo("ACTIVE");
    assertThat(plan(other)).isEqualTo("SUSPENDED plan.suspended.diagnosisLimit");

    CLINICS.tamper("drop trigger stuck on pacegate.care_plan");
    DiagnosisSweep.keep(new OwnTransactions(), CLINICS::now);
    assertThat(plan(stuck)).isEqualTo("SUSPENDED plan.suspended.diagnosisLimit");
  }

  /** As the container calls them. */
  private static final class OwnTransactions extends DiagnosisLimits {

    @Override
    public List<Long> clinicsDue(Instant now) {
      return CLINICS.work(services -> services.get(DiagnosisLimits.class).clinicsDue(now));
    }

    @Override
    public int inClinic(long clinic, Instant now) {
      return CLINICS.work(services -> services.get(DiagnosisLimits.class).inClinic(clinic, now));
    }

    @Override
    public List<Long> patientsDue(long clinic, Instant now) {
      return CLINICS.work(services -> services.get(DiagnosisLimits.class).patientsDue(clinic, now));
    }

    @Override
    public void ofPatient(long clinic, long patientId, Instant now) {
      CLINICS.<Object>work(
          services -> {
            services.get(DiagnosisLimits.class).ofPatient(clinic, patientId, now);
            return null;
          });
    }
  }

  @Test
  void R6_23_what_never_carried_treatment_uses_up_no_day() {
    place("doc", "GB");
    long episode = clinic.people().raise().episode();
    clinic.diagnose("doc", episode, "M54.59", PROVISIONAL);
    clinic.people().as("doc", services -> end(services, episode));
    CLINICS.pass(Duration.ofDays(5));
    inForce(clinic.draft("GB", PHYSICIAN_ONLY, null, 14));

    clinic.diagnose("doc", episode, "M54.59", PROVISIONAL);

    assertThat(carriesUntil(episode)).isEqualTo(clinic.today().plusDays(13));
  }

  private void end(Services services, long episode) {
    services
        .get(Diagnoses.class)
        .end(
            new EndDiagnosis(
                episode,
                standing(services, episode),
                VerificationStatus.REFUTED,
                "not so",
                clinic.password("doc")));
  }

  private static long standing(Services services, long episode) {
    return services.get(DiagnosisDesks.class).open(episode).diagnoses().get(0).diagnosisId();
  }

  @Test
  void R6_15_a_licence_is_used_in_the_role_that_the_clinic_gave_for_it() {
    clinic.record("physio", Profession.PHYSICIAN, "P9", "GB", "2020-01-01", "2040-01-01");
    long episode = clinic.people().raise().episode();
    refused("diagnosis.noAuthority", () -> clinic.diagnose("physio", episode, "M54.59", CONFIRMED));
    directAccess(30, 0);
    clinic.diagnose("physio", episode, "M54.59", CONFIRMED);
    assertThat(carriesUntil(episode)).as("as a physiotherapist").isNotNull();
  }

  @Test
  void R6_15_the_page_offers_only_what_the_licence_allows() {
    directAccess(30, 0);
    long physicians = clinic.people().raise().episode();
    clinic.diagnose("doc", physicians, "M54.59", CONFIRMED);
    long own = clinic.people().raise().episode();
    clinic.diagnose("physio", own, "M54.59", CONFIRMED);

    assertThat(offers("physio", physicians)).isEqualTo("diagnose");
    assertThat(offers("physio", own)).isEqualTo("diagnose end");
    assertThat(offers("doc", own)).isEqualTo("diagnose end decide");
    assertThat(offers("ther", own)).isEmpty();
  }

  private String offers(String who, long episode) {
    DiagnosisDesk desk =
        CLINICS.as(clinic.login(who), services -> services.get(DiagnosisDesks.class).open(episode));
    return (desk.mayDiagnose() ? "diagnose" : "")
        + (desk.mayEndStanding() ? " end" : "")
        + (desk.mayDecideFlags() ? " decide" : "");
  }

  @Test
  void R8_9_who_waits_for_a_diagnosis_waits_for_whom_the_policy_admits() {
    clinic.people().raise();
    assertThat(takes("physio")).doesNotContain(Waiting.DIAGNOSE);
    directAccess(30, 0);

    assertThat(takes("physio")).contains(Waiting.DIAGNOSE).doesNotContain(Waiting.DECIDE_FLAG);
    assertThat(takes("ther")).as("no licence").doesNotContain(Waiting.DIAGNOSE);
    assertThat(takes("doc")).contains(Waiting.DIAGNOSE, Waiting.DECIDE_FLAG);
    assertThat(mine("physio").rows()).extracting(WorklistRow::waitsFor).contains(Waiting.DIAGNOSE);
    assertThat(mine("ther").rows())
        .extracting(WorklistRow::waitsFor)
        .doesNotContain(Waiting.DIAGNOSE);
  }

  private Set<Waiting> takes(String who) {
    return mine(who).takes();
  }

  private WorklistPage mine(String who) {
    return CLINICS.as(clinic.login(who), services -> services.get(Worklist.class).mine(0));
  }

  @Test
  void R7_5_a_plan_and_a_lapse_of_the_policys_signer_wait_for_each_other() {
    directAccess(30, 0);
    long episode = clinic.people().raise().episode();
    clinic.diagnose("physio", episode, "M54.59", CONFIRMED);
    long signers = clinic.licence("doc").licenceId();
    clinic.plan(episode);
    clinic
        .people()
        .as(
            "ther",
            services -> {
              EntityManager em = services.get(EntityManager.class);
              em.createNativeQuery(
                      "update care_plan set version = version + 1 where episode_id = " + episode)
                  .executeUpdate();
              em.createNativeQuery("set constraints all immediate").executeUpdate();
              assertThatThrownBy(
                      () ->
                          CLINICS.tamper(
                              "select id from pacegate.licence where id = "
                                  + signers
                                  + " for update nowait"))
                  .hasStackTraceContaining("could not obtain lock");
            });
  }

  @Test
  void R11_73_a_lapse_lists_the_plans_after_a_flag_that_was_cleared_under_it() {
    DangerClinic.Raised raised = clinic.people().raise(Urgency.U2_URGENT_1_2W);
    clinic
        .people()
        .as(
            "doc",
            services ->
                services
                    .get(Screenings.class)
                    .decideFlag(
                        new DecideFlag(
                            raised.screening(),
                            "R1",
                            FlagState.CLEARED,
                            "seen",
                            clinic.password("doc"))));
    CLINICS.pass(Duration.ofMinutes(1));
    clinic.diagnose("second", raised.episode(), "M54.59", CONFIRMED);
    assertThat(clinic.plan(raised.episode())).isInstanceOf(Active.class);

    lapse("doc", clinic.today().minusDays(1));

    assertThat(plan(raised.episode())).startsWith("SUSPENDED");
    long licence = clinic.licence("doc").licenceId();
    LicenceView view =
        CLINICS.as(
            clinic.login("admin"), services -> services.get(LicenceLedger.class).open(licence));
    assertThat(view.plans())
        .extracting(RestingPlan::planId)
        .containsExactlyElementsOf(plansOf(raised.episode(), raised.episode()));
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

package org.pacegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.clinic.Role;
import org.pacegate.testing.InServer;

/** The services' and the database's doors to a plan, each tried in every situation. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class GateDoorsIT {

  private static Doors clinic;

  @Deployment
  static EnterpriseArchive deployment() {
    return InServer.deployment();
  }

  /** The situation in a clinic that is used again; a lapse takes a licence of its own. */
  private static Doors in(Situation situation) {
    if (situation == Situation.LICENCE_LAPSED) {
      return Doors.ofAClinic().with(situation);
    }
    if (clinic == null) {
      clinic = Doors.ofAClinic();
    }
    return clinic.with(situation);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "VALID")
  void a_service_refuses_with_every_reason_and_leaves_nothing_half_written(Situation situation) {
    Doors doors = in(situation);
    String before = stateOf(doors);
    for (Role treating : List.of(Role.THERAPIST, Role.PHYSICIAN)) {
      assertThat(doors.start(treating)).isEqualTo("SHUT " + new TreeSet<>(situation.refusals()));
    }
    assertThat(plansOf(doors)).isEmpty();
    assertThat(stateOf(doors)).isEqualTo(before);
    assertThat(
            Rows.of(
                "select allowed || ' ' || refusals from gate_decision where episode_id = ?",
                doors.id("episode")))
        .hasSize(2)
        .containsOnly("false " + String.join(",", names(situation)));
    assertThat(
            Rows.of(
                "select action || ' ' || entity || ' ' || outcome from audit.event"
                    + " where clinic_id = ? and patient_id = ? and outcome = 'REFUSED'",
                doors.id("clinic"),
                doors.id("patient")))
        .containsExactly("REFUSE CarePlan REFUSED", "REFUSE CarePlan REFUSED");
  }

  private static List<String> names(Situation situation) {
    return new TreeSet<>(situation.refusals()).stream().map(Enum::name).toList();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "VALID")
  void the_database_refuses_the_applications_role_and_names_the_rule(Situation situation) {
    Doors doors = in(situation);
    String before = stateOf(doors);
    assertThatThrownBy(() -> PlanBySql.start(doors, situation))
        .hasMessageContainingAll(situation.rules());
    assertThat(plansOf(doors)).isEmpty();
    assertThat(Rows.of("select id from gate_decision where episode_id = ?", doors.id("episode")))
        .isEmpty();
    assertThat(stateOf(doors)).isEqualTo(before);
  }

  @Test
  void the_database_takes_the_same_rows_once_they_are_true() throws Exception {
    Doors doors = in(Situation.VALID);
    PlanBySql.start(doors, Situation.VALID);
    assertThat(plansOf(doors)).containsExactly("ACTIVE");
  }

  @Test
  void the_database_takes_no_plan_that_says_it_is_a_month_ago() {
    Doors doors = in(Situation.SCREENING_TOO_OLD);
    assertThatThrownBy(() -> PlanBySql.start(doors, Situation.SCREENING_TOO_OLD, 30))
        .hasMessageContaining("gate_at_its_time");
    assertThat(plansOf(doors)).isEmpty();
    assertThat(Rows.of("select id from gate_decision where episode_id = ?", doors.id("episode")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"20, diagnosis_at_its_time", "0, diagnosis_signer_licensed"})
  void the_database_takes_no_signature_under_a_licence_that_has_ended(int daysAgo, String rule) {
    Doors doors = Doors.ofAClinic(-10).with(Situation.NO_DIAGNOSIS);
    assertThatThrownBy(() -> PlanBySql.sign(doors, daysAgo)).hasMessageContaining(rule);
    assertThat(Rows.of("select id from diagnosis where episode_id = ?", doors.id("episode")))
        .isEmpty();
  }

  @Test
  void the_database_takes_a_signature_of_today() throws Exception {
    Doors doors = in(Situation.NO_DIAGNOSIS);
    PlanBySql.sign(doors, 0);
    assertThat(Rows.of("select id from diagnosis where episode_id = ?", doors.id("episode")))
        .hasSize(1);
  }

  @Test
  void the_database_refuses_a_diagnosis_of_another_clinic() {
    Doors here = in(Situation.NO_DIAGNOSIS);
    Doors there = Doors.ofAClinic().with(Situation.VALID);
    assertThatThrownBy(() -> PlanBySql.start(here.using("diagnosis", there), Situation.VALID))
        .hasMessageContaining("foreign key");
    assertThat(plansOf(here)).isEmpty();
  }

  @Test
  void an_episode_of_another_clinic_does_not_exist() {
    Doors here = in(Situation.VALID);
    Doors there = Doors.ofAClinic().with(Situation.VALID);
    assertThat(here.using("episode", there).start(Role.THERAPIST)).isEqualTo("MISSING");
    assertThat(here.as(Role.THERAPIST, "resume", "episode", there.id("episode")))
        .isEqualTo("MISSING");
    assertThat(plansOf(there)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"STAFF", "ADMIN"})
  void who_does_not_treat_is_turned_away_though_the_gate_is_open(Role role) {
    Doors doors = in(Situation.VALID);
    assertThat(doors.start(role)).isEqualTo("DENIED");
    assertThat(doors.as(role, "resume", "episode", doors.id("episode"))).isEqualTo("DENIED");
    assertThat(plansOf(doors)).isEmpty();
  }

  @Test
  void a_licence_that_has_ended_signs_nothing() {
    Doors doors = Doors.ofAClinic(-1).with(Situation.NO_DIAGNOSIS);
    assertThat(doors.as(Role.PHYSICIAN, "sign", "episode", doors.id("episode")))
        .isEqualTo("REFUSED diagnosis.noAuthority");
    assertThat(doors.start(Role.THERAPIST)).isEqualTo("SHUT [NO_DIAGNOSIS]");
    assertThat(Rows.of("select id from diagnosis where episode_id = ?", doors.id("episode")))
        .isEmpty();
  }

  @Test
  void an_open_gate_lets_one_plan_start_however_often_the_form_is_sent() {
    Doors doors = in(Situation.VALID);
    UUID key = UUID.randomUUID();
    String first = doors.start(Role.THERAPIST, key);
    assertThat(first).startsWith("ACTIVE ");
    assertThat(doors.start(Role.THERAPIST, key)).isEqualTo(first);
    assertThat(doors.start(Role.THERAPIST)).isEqualTo("REFUSED plan.exists");
    assertThat(plansOf(doors)).containsExactly("ACTIVE");
    assertThat(stateOf(doors)).isEqualTo("PLAN_ACTIVE");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void two_at_once_start_one_plan(boolean sameKey) throws Exception {
    Doors doors = in(Situation.VALID);
    UUID key = UUID.randomUUID();
    Callable<String> attempt = () -> doors.start(Role.THERAPIST, sameKey ? key : UUID.randomUUID());
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : both.invokeAll(List.of(attempt, attempt))) {
        answers.add(answer.get());
      }
      assertThat(answers).anyMatch(answer -> answer.startsWith("ACTIVE "));
      assertThat(answers)
          .allMatch(answer -> answer.startsWith("ACTIVE ") || answer.equals("REFUSED plan.exists"));
      assertThat(answers.stream().distinct().count()).isEqualTo(sameKey ? 1 : 2);
    } finally {
      both.shutdownNow();
    }
    assertThat(plansOf(doors)).containsExactly("ACTIVE");
  }

  @Test
  void a_lapse_found_later_suspends_at_once_and_says_why() {
    Doors doors = Doors.ofAClinic().with(Situation.VALID);
    assertThat(doors.start(Role.THERAPIST)).startsWith("ACTIVE");
    assertThat(doors.as(Role.ADMIN, "lapse", "licence", doors.id("licence"))).isEqualTo("DONE");
    suspended(doors, "plan.suspended.licenceLapsed", "SIGNER_WITHOUT_LICENCE");
  }

  @Test
  void a_clearance_falls_with_its_licence_and_locks_again() {
    Doors doors = Doors.ofAClinic().with(Situation.REFERRED_TODAY);
    long screening = doors.id("screening");
    assertThat(doors.as(Role.PHYSICIAN, "clear", "screening", screening)).isEqualTo("DONE");
    assertThat(stateOf(doors)).isEqualTo("DIAGNOSED");
    assertThat(doors.start(Role.THERAPIST)).startsWith("ACTIVE");

    assertThat(doors.as(Role.ADMIN, "lapse", "licence", doors.id("licence"))).isEqualTo("DONE");

    assertThat(
            Rows.of(
                "select d.state || ' ' || d.reason from flag_decision d join screening_flag f"
                    + " on f.id = d.flag_id where f.screening_id = ? order by d.number",
                screening))
        .containsExactly("CLEARED examined", "OPEN flag.reopened.licenceLapsed");
    assertThat(stateOf(doors)).isEqualTo("LOCKED_RED_FLAG");
    assertThat(plansOf(doors)).containsExactly("SUSPENDED");
    assertThat(Rows.of("select state from referral where screening_id = ? order by id", screening))
        .containsExactly("CANCELLED", "DRAFT");
  }

  @Test
  void R1_60_a_flag_is_not_decided_without_the_password() {
    Doors doors = Doors.ofAClinic().with(Situation.REFERRED_TODAY);
    long screening = doors.id("screening");
    assertThat(
            doors.as(
                Role.PHYSICIAN, "clear", "screening", screening, "password", "somebody else's"))
        .isEqualTo("REFUSED password.wrong");
    assertThat(Rows.of("select state from screening_flag where screening_id = ?", screening))
        .containsExactly("OPEN");
    assertThat(stateOf(doors)).isEqualTo("LOCKED_RED_FLAG");
  }

  @Test
  void a_key_that_comes_again_with_something_else_is_refused() {
    Doors doors = in(Situation.VALID);
    UUID key = UUID.randomUUID();
    assertThat(doors.start(Role.THERAPIST, key)).startsWith("ACTIVE ");
    Doors other = doors.with(Situation.VALID);
    assertThat(other.start(Role.THERAPIST, key)).isEqualTo("REFUSED submission.keyUsed");
    assertThat(plansOf(other)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"REFUTED", "ENTERED_IN_ERROR"})
  void a_diagnosis_that_falls_suspends_at_once_and_says_why(String as) {
    Doors doors = Doors.ofAClinic().with(Situation.VALID);
    assertThat(doors.start(Role.THERAPIST)).startsWith("ACTIVE");
    assertThat(
            doors.as(
                Role.PHYSICIAN,
                "end",
                "episode",
                doors.id("episode"),
                "diagnosis",
                doors.id("diagnosis"),
                "as",
                as))
        .isEqualTo("DONE");
    suspended(
        doors,
        as.equals("REFUTED")
            ? "plan.suspended.diagnosisRefuted"
            : "plan.suspended.diagnosisEnteredInError",
        "DIAGNOSIS_" + as);
  }

  @Test
  void a_revised_diagnosis_suspends_until_a_plan_rests_on_the_new_one() {
    Doors doors = Doors.ofAClinic().with(Situation.VALID);
    assertThat(doors.start(Role.THERAPIST)).startsWith("ACTIVE");
    String revised =
        doors.as(
            Role.PHYSICIAN,
            "sign",
            "episode",
            doors.id("episode"),
            "diagnosis",
            doors.id("diagnosis"));
    assertThat(revised).matches("\\d+");
    assertThat(reasonsOf(doors)).containsExactly("SUSPENDED plan.suspended.diagnosisRevised");
    assertThat(doors.start(Role.THERAPIST)).startsWith("ACTIVE");
    assertThat(plansOf(doors)).containsExactlyInAnyOrder("REVOKED", "ACTIVE");
  }

  private static void suspended(Doors doors, String reason, String refusal) {
    assertThat(reasonsOf(doors)).containsExactly("SUSPENDED " + reason);
    assertThat(stateOf(doors)).isNotEqualTo("PLAN_ACTIVE");
    for (Role treating : List.of(Role.THERAPIST, Role.PHYSICIAN)) {
      assertThat(doors.as(treating, "resume", "episode", doors.id("episode")))
          .isEqualTo("SHUT [" + refusal + "]");
      assertThat(doors.start(treating)).isEqualTo("SHUT [" + refusal + "]");
    }
    assertThat(reasonsOf(doors)).containsExactly("SUSPENDED " + reason);
  }

  private static List<String> plansOf(Doors doors) {
    return Rows.of("select state from care_plan where episode_id = ?", doors.id("episode"));
  }

  private static List<String> reasonsOf(Doors doors) {
    return Rows.of(
        "select state || ' ' || state_reason from care_plan where episode_id = ?",
        doors.id("episode"));
  }

  private static String stateOf(Doors doors) {
    return Rows.of("select state from episode where id = ?", doors.id("episode")).get(0);
  }
}

package org.pacegate.service.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What gives a right is written at its time: the third wall against who dates it back. */
class TrueTimesTest {

  private static final AtomicLong CLINICS = new AtomicLong();

  private static SchemaTestDatabase database;

  /** A row whose time gives a right, and the rule that compares it with the database's clock. */
  record Dated(String row, String column, String rule) {
    @Override
    public String toString() {
      return row + "." + column + " is kept true by " + rule;
    }
  }

  @BeforeAll
  static void migrate() throws SQLException {
    database = SchemaTestDatabase.fresh();
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
    }
  }

  private static ValidCourse aCourse() {
    return ValidCourse.today(CLINICS.incrementAndGet());
  }

  static Stream<Dated> timesThatGiveARight() {
    return Stream.of(
        new Dated("screening", "performed_at", "screening_at_its_time"),
        new Dated("flag_decision", "decided_at", "flag_decided_at_its_time"),
        new Dated("diagnosis", "recorded_at", "diagnosis_at_its_time"),
        new Dated("gate_decision", "asked_at", "gate_at_its_time"),
        new Dated("licence_lapse", "found_at", "lapse_at_its_time"),
        new Dated("threshold_signature", "signed_at", "thresholds_signed_at_their_time"),
        new Dated("diagnosis_policy", "drafted_at", "policy_drafted_at_its_time"),
        new Dated("licence_proof", "added_at", "proof_added_at_its_time"),
        new Dated("diagnosis_policy_signature", "signed_at", "policy_signed_at_its_time"),
        new Dated(ValidCourse.PLAN, "created_at", "plan_created_at_its_time"),
        new Dated(ValidCourse.PLAN, "state_since", "plan_active_at_its_time"));
  }

  @Test
  void R13_60_what_happens_now_is_written() throws SQLException {
    ValidCourse course = aCourse();
    try (Connection application = database.asApplication()) {
      course.lived(application);
    }
    assertThat(activePlans(course)).isEqualTo(1);
  }

  @ParameterizedTest(name = "R13.60 {0}")
  @MethodSource("timesThatGiveARight")
  void nothing_is_dated_back_or_ahead(Dated dated) throws SQLException {
    for (int minutes : new int[] {-30 * 24 * 60, -6, 6}) {
      assertThat(Sql.refusalOf(() -> write(dated, minutes)))
          .isEqualTo(new Sql.Refusal("PG006", dated.rule()));
    }
  }

  @ParameterizedTest(name = "R13.60 {0}")
  @MethodSource("timesThatGiveARight")
  void clocks_may_differ_by_some_minutes(Dated dated) throws SQLException {
    write(dated, -4);
    write(dated, 4);
  }

  /** Writes the one row, and has the one rule looked at: others compare the row with its kin. */
  private static void write(Dated dated, int minutes) throws SQLException {
    ValidCourse course = aCourse().with(dated.row(), dated.column(), inMinutes(minutes));
    plant(ValidCourse.today(course.clinic()).withoutPlan().without(dated.row()));
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, course.clinic());
      course.insert(application, dated.row());
      Sql.run(application, "set constraints " + dated.rule() + " immediate");
      application.rollback();
    }
  }

  private static String inMinutes(long minutes) {
    return Instant.now().plus(Duration.ofMinutes(minutes)).toString();
  }

  /** The screening was good in February. */
  @Test
  void R6_1_an_expired_screening_starts_no_plan_that_says_it_is_still_good() throws SQLException {
    ValidCourse course = ValidCourse.in(CLINICS.incrementAndGet());
    plant(course.with("clinic", "demonstration", false).without("gate_decision"));
    ValidCourse plan = ValidCourse.in(course.clinic());
    assertThat(started(plan)).isEqualTo(new Sql.Refusal("PG006", "gate_at_its_time"));

    String now = inMinutes(0);
    plan.with("gate_decision", "asked_at", now)
        .with(ValidCourse.PLAN, "created_at", now)
        .with(ValidCourse.PLAN, "state_since", now)
        .with(ValidCourse.PLAN, "starts_on", LocalDate.now(ValidCourse.ZONE).toString());
    assertThat(started(plan)).isEqualTo(new Sql.Refusal("PG001", "plan_screening_in_date"));
  }

  private static Sql.Refusal started(ValidCourse course) throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, course.clinic());
      course.insert(application, "gate_decision");
      return Sql.refusalOf(() -> course.startPlan(application));
    }
  }

  @ParameterizedTest(name = "R5.1 {0} into a licence that has ended since")
  @CsvSource({
    "diagnosis, recorded, diagnosis_at_its_time, diagnosis_signer_licensed",
    "flag_decision, decided, flag_decided_at_its_time, flag_decider_licensed"
  })
  void nobody_signs_back(String table, String verb, String dated, String honest)
      throws SQLException {
    LocalDate ended = LocalDate.now(ValidCourse.ZONE).minusDays(10);
    String then = ended.minusDays(5).atTime(12, 0).atZone(ValidCourse.ZONE).toInstant().toString();
    assertThat(signed(table, verb, ended, then, ended.minusDays(5)))
        .isEqualTo(new Sql.Refusal("PG006", dated));
    assertThat(signed(table, verb, ended, inMinutes(0), LocalDate.now(ValidCourse.ZONE)))
        .isEqualTo(new Sql.Refusal("PG002", honest));
  }

  private static Sql.Refusal signed(
      String table, String verb, LocalDate licenceEnded, String at, LocalDate on)
      throws SQLException {
    ValidCourse course =
        aCourse()
            .with("licence#physician", "valid_to", licenceEnded.toString())
            .with(table, verb + "_at", at)
            .with(table, verb + "_on", on.toString());
    plant(course.withoutPlan().without(table).without("finding").without("gate_decision"));
    ValidCourse signature =
        ValidCourse.today(course.clinic())
            .with(table, verb + "_at", at)
            .with(table, verb + "_on", on.toString());
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, course.clinic());
      signature.insert(application, table);
      return Sql.refusalOf(application::commit);
    }
  }

  @ParameterizedTest(name = "R13.60 {0}")
  @ValueSource(
      strings = {
        "update care_plan set state = 'ACTIVE'",
        "update care_plan set state = 'ACTIVE', state_since = '2026-02-10T10:00:00Z'"
      })
  void a_paused_plan_does_not_go_on_in_the_past(String resumed) throws SQLException {
    ValidCourse course =
        ValidCourse.in(CLINICS.incrementAndGet())
            .with("clinic", "demonstration", false)
            .with(ValidCourse.PLAN, "state", "SUSPENDED");
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      Sql.run(superuser, "select set_config('pacegate.clinic', ?, true)", "" + course.clinic());
      course.planted(superuser);
    }
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, course.clinic());
      Sql.run(application, resumed);
      assertThat(
              Sql.refusalOf(
                  () -> Sql.run(application, "set constraints plan_resumed_at_its_time immediate")))
          .isEqualTo(new Sql.Refusal("PG006", "plan_resumed_at_its_time"));
    }
  }

  private static void plant(ValidCourse course) throws SQLException {
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      Sql.run(superuser, "select set_config('pacegate.clinic', ?, true)", "" + course.clinic());
      course.plantedUpToThePlan(superuser);
    }
  }

  private static long activePlans(ValidCourse course) throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, course.clinic());
      return Sql.number(application, "select count(*) from care_plan where state = 'ACTIVE'");
    }
  }
}

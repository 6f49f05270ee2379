package org.pacegate.service.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R8.4 to R8.6: the clock of a danger does not disappear, and the right person sees the work. */
class WorklistTest {

  private static final AtomicLong CLINICS = new AtomicLong();
  private static final String ROW =
      """
      select concat_ws(' ', waits_for, screening_id - clinic.id * 1000, to_char(since, 'HH24:MI'),
                       to_char(act_by, 'HH24:MI'), case when danger_undecided then 'danger' end)
        from worklist, clinic""";

  private static SchemaTestDatabase database;

  @BeforeAll
  static void migrate() throws SQLException {
    database = SchemaTestDatabase.fresh();
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
    }
  }

  /** A danger at 10:00, to be taken over by 10:15 and seen by 11:00. */
  private static ValidCourse inDanger() {
    ValidCourse course = ValidCourse.in(CLINICS.incrementAndGet()).withoutPlan();
    return course
        .with("episode", "state", "LOCKED_RED_FLAG")
        .with("screening", "status", "POSITIVE_OPEN")
        .with("screening", "max_urgency", "U0_EMERGENCY_NOW")
        .with("screening", "performed_at", "2026-02-01T10:00:00Z")
        .with("screening", "act_by", "2026-02-01T10:15:00Z")
        .with("screening_flag", "urgency", "U0_EMERGENCY_NOW")
        .with("referral", "urgency", "U0_EMERGENCY_NOW")
        .with("referral", "screening_id", course.id(120))
        .with("referral", "due_at", "2026-02-01T11:00:00Z");
  }

  private static ValidCourse screenedAgain(ValidCourse course) {
    return course.and(
        "screening#later",
        "screening",
        "id",
        course.id(125),
        "status",
        "NEGATIVE",
        "max_urgency",
        null,
        "act_by",
        null,
        "performed_at",
        "2026-02-01T10:05:00Z");
  }

  private static ValidCourse takenOver(ValidCourse course) {
    return course
        .with("screening", "acknowledged_at", "2026-02-01T10:03:00Z")
        .with("screening", "acknowledged_by", course.id(30));
  }

  @Test
  void R8_4_a_later_screening_does_not_hide_that_nobody_took_over() throws SQLException {
    assertThat(row(screenedAgain(inDanger()))).isEqualTo("ACKNOWLEDGE 120 10:00 10:15 danger");
  }

  @Test
  void R8_4_once_taken_over_the_time_to_be_seen_shows_until_a_decision() throws SQLException {
    assertThat(row(screenedAgain(takenOver(inDanger()))))
        .isEqualTo("DECIDE_FLAG 120 10:00 11:00 danger");
  }

  @Test
  void R8_4_a_confirmed_danger_keeps_the_time_to_be_seen() throws SQLException {
    ValidCourse course = takenOver(inDanger()).with("screening_flag", "state", "CONFIRMED");
    assertThat(row(course)).isEqualTo("TRANSFER 120 10:00 11:00");
  }

  @Test
  void R8_4_the_oldest_that_nobody_took_over_comes_first() throws SQLException {
    ValidCourse course = inDanger();
    course
        .and(
            "screening#later",
            "screening",
            "id",
            course.id(125),
            "performed_at",
            "2026-02-01T10:05:00Z",
            "act_by",
            "2026-02-01T10:20:00Z")
        .and(
            "screening_flag#later",
            "screening_flag",
            "id",
            course.id(126),
            "screening_id",
            course.id(125));
    takenOver(course);
    assertThat(row(course)).isEqualTo("ACKNOWLEDGE 125 10:00 10:20 danger");
  }

  @ParameterizedTest(name = "R8.5 {0} {1}")
  @CsvSource({"DIAGNOSED, SIGN_ANEW", "PLAN_ACTIVE, SIGN_ANEW"})
  void a_diagnosis_without_its_licence_waits_to_be_signed_anew(String state, String step)
      throws SQLException {
    ValidCourse course = ValidCourse.in(CLINICS.incrementAndGet());
    course
        .with("episode", "state", state)
        .with("licence#physician", "lapsed_on", "2026-02-02")
        .with("screening", "performed_at", Instant.now().toString())
        .with("screening", "valid_until", LocalDate.now(ZoneOffset.UTC).plusDays(14).toString());
    assertThat(row(course.withoutPlan())).startsWith(step);
  }

  /** R6.22, R6.25: what a provisional diagnosis, and one under a policy, waits for. */
  @ParameterizedTest(name = "R8.5 {0}, carrying for {1} days, policy fallen {2}: {3}")
  @CsvSource(
      nullValues = "none",
      value = {
        "PROVISIONAL, none, false, DIAGNOSE",
        "PROVISIONAL, 2, false, START_PLAN",
        "PROVISIONAL, -2, false, SIGN_ANEW",
        "PROVISIONAL, 2, true, SIGN_ANEW",
        "CONFIRMED, none, true, START_PLAN"
      })
  void a_diagnosis_that_no_longer_carries_waits_to_be_signed_anew(
      String certainty, Integer days, boolean fallen, String step) throws SQLException {
    ValidCourse course = ValidCourse.in(CLINICS.incrementAndGet());
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    course
        .with("episode", "state", "DIAGNOSED")
        .with("diagnosis", "verification_status", certainty)
        .with("diagnosis", "policy_id", course.id(28))
        .with("diagnosis", "carries_until", days == null ? null : today.plusDays(days).toString())
        .with("diagnosis_policy_signature", "licence_id", course.id(fallen ? 23 : 12))
        .with("screening", "performed_at", Instant.now().toString())
        .with("screening", "valid_until", today.plusDays(14).toString());
    assertThat(row(course.withoutPlan())).startsWith(step);
  }

  @ParameterizedTest(name = "R8.5 {0}")
  @CsvSource(
      nullValues = "nothing",
      value = {"DISCHARGED, DECIDE_FLAG", "CLOSED_LOST, DECIDE_FLAG", "TRANSFERRED, nothing"})
  void after_the_end_a_flag_that_stands_again_waits_unless_others_took_over(
      String state, String step) throws SQLException {
    String row = row(takenOver(inDanger()).with("episode", "state", state));
    assertThat(row == null ? null : row.split(" ", 2)[0]).isEqualTo(step);
  }

  private static String row(ValidCourse course) throws SQLException {
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      Sql.run(superuser, "select set_config('pacegate.clinic', ?, true)", "" + course.clinic());
      course.plantedUpToThePlan(superuser);
    }
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, course.clinic());
      Sql.run(application, "set local time zone 'UTC'");
      return Sql.text(application, ROW);
    }
  }
}

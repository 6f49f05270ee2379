package org.pacegate.service.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.screening.Deadlines;
import org.pacegate.domain.screening.Parameter;

/** R1.103: the bounds and the deadlines hold in SQL as well. */
class DeadlinesInTheDatabaseTest {

  private static final AtomicLong CLINICS = new AtomicLong();

  private static SchemaTestDatabase database;

  @BeforeAll
  static void migrate() throws SQLException {
    database = SchemaTestDatabase.fresh();
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
    }
  }

  /** A diagnosed runner without a plan; {@code 1026} are the thresholds of knees, signed. */
  private static ValidCourse aCourse() throws SQLException {
    ValidCourse course = ValidCourse.in(CLINICS.incrementAndGet()).withoutPlan();
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      Sql.run(superuser, "select set_config('pacegate.clinic', ?, true)", "" + course.clinic());
      course.planted(superuser);
    }
    return course;
  }

  private static Connection working(ValidCourse course) throws SQLException {
    Connection application = database.asApplication();
    Sql.enterClinic(application, course.clinic());
    return application;
  }

  private static void draft(Connection application, ValidCourse course, int version, String moved)
      throws SQLException {
    Sql.run(
        application,
        "insert into threshold_version (id, rule_set, rule_set_version, number, moved, reason, drafted_at,"
            + " drafted_on, drafted_by, submission_key) values (?, 'deadlines', ?, 1, ?, 'agreed',"
            + " '2026-01-20T10:00Z', '2026-01-20', ?, 'deadlines')",
        course.id(400),
        version,
        moved,
        course.id(30));
  }

  private static void sign(Connection application, ValidCourse course) throws SQLException {
    Sql.run(
        application,
        "insert into threshold_signature (id, threshold_version_id, rule_set, rule_set_version, place, signed_at,"
            + " signed_on, signed_by, licence_id, effective_from) values (?, ?, 'deadlines', 1, 1,"
            + " '2026-01-21T10:00Z', '2026-01-21', ?, ?, '2026-01-21')",
        course.id(401),
        course.id(400),
        course.id(10),
        course.id(12));
  }

  @Test
  void R1_103_the_database_has_the_domains_bounds() throws SQLException {
    ValidCourse course = aCourse();
    for (Parameter each : Deadlines.SHIPPED.all()) {
      for (int value : new int[] {each.min(), each.max(), each.min() - 1, each.max() + 1}) {
        try (Connection application = working(course)) {
          String moved = each.name() + "=" + value;
          if (value >= each.min() && value <= each.max()) {
            draft(application, course, 1, moved);
          } else {
            assertThat(Sql.refusalOf(() -> draft(application, course, 1, moved)).rule())
                .as(moved)
                .isEqualTo("deadlines_in_bounds");
          }
        }
      }
    }
    try (Connection owner = database.asOwner()) {
      assertThat(Sql.texts(owner, "select name || ' ' || shipped from deadline_bounds()"))
          .containsExactlyElementsOf(
              Deadlines.SHIPPED.all().stream()
                  .map(each -> each.name() + " " + each.value())
                  .toList());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deadline.emergency.taken-over=30,deadline.emergency.decided=29",
        "deadline.emergency.taken-over=16,deadline.emergency.decided=15",
        "deadline.same-day.decided=7,deadline.same-day.taken-over=8"
      })
  void R1_103_nothing_is_decided_before_it_has_been_taken_over(String moved) throws SQLException {
    ValidCourse course = aCourse();
    try (Connection application = working(course)) {
      assertThat(Sql.refusalOf(() -> draft(application, course, 1, moved)).rule())
          .isEqualTo("deadlines_in_order");
    }
  }

  @ParameterizedTest
  @CsvSource({"1, deadline.whatever=5", "2, ''"})
  void R1_103_there_are_no_other_deadlines(int version, String moved) throws SQLException {
    ValidCourse course = aCourse();
    try (Connection application = working(course)) {
      assertThat(Sql.refusalOf(() -> draft(application, course, version, moved)).rule())
          .isEqualTo("deadlines_in_bounds");
    }
  }

  /** Ids 26: the thresholds of knees; 400: deadlines of ten minutes. */
  @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
  @CsvSource({
    ", U0_EMERGENCY_NOW, 30 minutes, 4 hours, true",
    ", U0_EMERGENCY_NOW, 31 minutes, 1 hour, false",
    ", U0_EMERGENCY_NOW, 7 days, 1 hour, false",
    ", U0_EMERGENCY_NOW, 15 minutes, 5 hours, false",
    "400, U0_EMERGENCY_NOW, 10 minutes, 1 hour, true",
    "400, U0_EMERGENCY_NOW, 11 minutes, 1 hour, false",
    "400, U0_EMERGENCY_NOW, 10 minutes, 61 minutes, false",
    "400, U1_SAME_DAY, 4 hours, 24 hours, true",
    "400, U1_SAME_DAY, 5 hours, 24 hours, false",
    "400, U2_URGENT_1_2W, 3 days, 14 days, true",
    "400, U2_URGENT_1_2W, 4 days, 14 days, false",
    "400, U2_URGENT_1_2W, 3 days, 15 days, false",
    "26, U0_EMERGENCY_NOW, 10 minutes, 1 hour, false"
  })
  void R1_103_a_flag_waits_no_longer_than_its_deadlines_say(
      Integer version, String urgency, String actIn, String seenIn, boolean passes)
      throws SQLException {
    ValidCourse course = aCourse();
    try (Connection application = working(course)) {
      draft(application, course, 1, "deadline.emergency.taken-over=10");
      sign(application, course);
      Sql.run(
          application,
          "insert into screening (id, episode_id, rule_set, rule_set_version, status, max_urgency, performed_at,"
              + " performed_on, performed_by, valid_until, deadlines_id) values (?, ?, 'low-back-pain', 1,"
              + " 'POSITIVE_OPEN', ?, '2026-02-03T10:00Z', '2026-02-03', ?, '2026-02-17', cast(? as bigint))",
          course.id(402),
          course.id(100),
          urgency,
          course.id(30),
          version == null ? null : course.id(version));
      Sql.run(
          application,
          "insert into screening_flag (id, screening_id, rule_id, urgency, target, effects, source, inputs, state,"
              + " act_by, seen_by) values (?, ?, 'R1', ?, 'ED', '', '[D]', '', 'OPEN',"
              + " timestamptz '2026-02-03T10:00Z' + cast(? as interval),"
              + " timestamptz '2026-02-03T10:00Z' + cast(? as interval))",
          course.id(403),
          course.id(402),
          urgency,
          actIn,
          seenIn);
      if (passes) {
        assertThat(Sql.run(application, "set constraints all immediate")).isZero();
        assertThat(
                Sql.refusalOf(
                        () ->
                            Sql.run(
                                application,
                                "update screening set deadlines_id = ? where id = ?",
                                course.id(26),
                                course.id(402)))
                    .state())
            .as("nobody changes it afterwards")
            .isIn("42501", "PG003");
      } else {
        assertThat(
                Sql.refusalOf(() -> Sql.run(application, "set constraints all immediate")).rule())
            .isEqualTo("flag_in_its_time");
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "U0_EMERGENCY_NOW, 30 minutes, true",
    "U0_EMERGENCY_NOW, 31 minutes, false",
    "U1_SAME_DAY, 8 hours, true",
    "U1_SAME_DAY, 9 hours, false"
  })
  void R1_103_neither_does_an_answer_in_an_unfinished_intake(
      String urgency, String actIn, boolean passes) throws SQLException {
    ValidCourse course = aCourse();
    try (Connection application = working(course)) {
      Sql.run(
          application,
          "insert into intake (id, state, step, rule_set, rule_set_version, started_at, started_by, saved_at)"
              + " values (?, 'DRAFT', 'SCREENING', 'low-back-pain', 1, '2026-02-03', ?, '2026-02-03')",
          course.id(404),
          course.id(30));
      Sql.run(
          application,
          "update intake set urgency = ?, danger_since = '2026-02-03',"
              + " act_by = timestamptz '2026-02-03' + cast(? as interval) where id = ?",
          urgency,
          actIn,
          course.id(404));
      if (passes) {
        assertThat(Sql.run(application, "set constraints all immediate")).isZero();
      } else {
        assertThat(
                Sql.refusalOf(() -> Sql.run(application, "set constraints all immediate")).rule())
            .isEqualTo("intake_in_its_time");
      }
    }
  }

  @Test
  void R1_103_nor_does_whoever_is_next() throws SQLException {
    ValidCourse course =
        ValidCourse.in(CLINICS.incrementAndGet())
            .with("danger_escalation", "next_due_at", "2026-02-08T10:15:00Z");
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.lived(application)).rule())
          .isEqualTo("escalation_in_its_time");
    }
  }
}

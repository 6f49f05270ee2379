package org.pacegate.service.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacegate.domain.clinic.PolicyTerms;
import org.pacegate.domain.clinic.WhoDiagnoses;
import org.postgresql.util.PSQLException;

/** R11.61, R11.62, R11.64: what the database keeps by itself of licences and policies. */
class WhoDiagnosesInTheDatabaseTest {

  private static final AtomicLong CLINICS = new AtomicLong();
  private static final int THERAPIST = 20;
  private static final int ADMINISTRATOR = 150;

  /** Codes that stay a physician's, as editions write them: with dots and without. */
  private static final String PHYSICIANS =
      """
      A41.9 B02 C7951 D16.2 G00.9 G062 G83.4 G834 g83.4 I714 K40.9 L03.115 L089 L40.50 L4051
      M00.9 M0100 M02.30 M0230 M0700 M08.1 M081 M43.06 M4306 M459 M46.26 M49.0 M48.48XA M4848XA
      M4850XA M60.009 M6500 M65.1 M7100 M71.1 M726 M80.0 M84.361A M84361A M86.9 M90.5 M96.6
      M97.0 N20.0 S32.000A S92301A S26.0 S27.0 S34.3 S343XXA S36.0 S37.0 T02.0 T08 T10 T12 T845
      M51.16 m5116 G57.4 G574
      """;

  private static final String COVERED =
      """
      D62 G12.2 G57.0 L10.0 L40.0 M06.9 M08.2 M43.6 M48.06 M60.1 M65.2 M71.2 M72.2 M87.0 M965
      S34.2 S39.012A S39012A T84.0 M54.59 M76.61 M7661
      """;

  private static SchemaTestDatabase database;

  @BeforeAll
  static void migrate() throws SQLException {
    database = SchemaTestDatabase.fresh();
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
    }
  }

  /** A clinic that works, no demonstration; row is what it lacks. */
  private static ValidCourse without(String row) throws SQLException {
    ValidCourse course = ValidCourse.today(CLINICS.incrementAndGet());
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      Sql.run(superuser, "select set_config('pacegate.clinic', ?, true)", "" + course.clinic());
      ValidCourse.today(course.clinic()).withoutPlan().without(row).plantedUpToThePlan(superuser);
    }
    return course;
  }

  private static String refusal(ValidCourse course, long acting, String sql, Object... values)
      throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, course.clinic());
      Sql.run(application, "select set_config('pacegate.practitioner', ?, true)", "" + acting);
      Sql.run(application, sql, values);
      Sql.run(application, "set constraints all immediate");
      application.rollback();
      return "none";
    } catch (PSQLException e) {
      return e.getSQLState() + " " + e.getServerErrorMessage().getConstraint();
    }
  }

  @ParameterizedTest(name = "R11.64 of {0}, by {1}, {2} acts, {3} minutes ago: {4}")
  @CsvSource({
    "20, 30, 30, 0, licence_verified_by_administrator",
    "20, 150, 30, 0, licence_verified_by_administrator",
    "150, 150, 150, 0, licence_verified_by_another",
    "20, 150, 150, 9, licence_verified_at_its_time",
    "20, 150, 150, 0, none"
  })
  void whoever_looks_a_licence_up_administers_acts_and_is_not_its_holder(
      int holder, int verifier, int acting, int minutes, String rule) throws SQLException {
    ValidCourse course = without("licence_proof");
    String at = "now() - make_interval(mins => " + minutes + ")";

    assertThat(
            refusal(
                course,
                course.id(acting),
                "insert into licence (id, practitioner_id, profession, number, authority,"
                    + " valid_from, valid_to, verified_at, verified_by, verification) values"
                    + " (?, ?, 'PHYSICIAN', 'N99', 'Board', '2020-01-01', '2030-01-01', "
                    + at
                    + ", ?, 'seen')",
                course.id(400),
                course.id(holder),
                course.id(verifier)))
        .as("at once")
        .contains(rule);
    long licence = holder == ADMINISTRATOR ? administrators(course) : course.id(THERAPIST + 2);
    assertThat(
            refusal(
                course,
                course.id(acting),
                "update licence set verification = 'seen', verified_at = "
                    + at
                    + ", verified_by = ? where id = ?",
                course.id(verifier),
                licence))
        .as("later")
        .contains(rule);
  }

  private static long administrators(ValidCourse course) throws SQLException {
    long licence = course.id(401);
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      Sql.run(
          superuser,
          "insert into licence (clinic_id, id, practitioner_id, profession, number, authority,"
              + " valid_from, valid_to) values (?, ?, ?, 'PHYSICIAN', 'N98', 'Board', '2020-01-01',"
              + " '2030-01-01')",
          course.clinic(),
          licence,
          course.id(ADMINISTRATOR));
      superuser.commit();
      return licence;
    }
  }

  @ParameterizedTest(name = "R11.61 drafted by {0}, {1} acts: {2}")
  @CsvSource({
    "150, 150, none",
    "150, 30, policy_drafted_by_administrator",
    "10, 10, policy_drafted_by_administrator"
  })
  void an_administrator_drafts_under_their_own_name(int drafter, int acting, String rule)
      throws SQLException {
    ValidCourse course = without("licence_proof");

    assertThat(
            refusal(
                course,
                course.id(acting),
                "insert into diagnosis_policy (id, jurisdiction, number, who, prior_diagnosis,"
                    + " never_codes, provisional_days, reason, drafted_at, drafted_by,"
                    + " submission_key) values (?, 'ES', 1, 'PHYSICIAN_ONLY', false, '', 7,"
                    + " 'agreed', now(), ?, 'one more')",
                course.id(402),
                course.id(drafter)))
        .contains(rule);
  }

  @ParameterizedTest(name = "R11.61 for {0} days after the midnight that has passed since: {1}")
  @CsvSource({"0, policy_ahead", "1, none"})
  void a_signature_of_minutes_ago_begins_no_policy_today(int days, String rule)
      throws SQLException {
    ValidCourse course = without("diagnosis_policy_signature");
    Instant now = Instant.now();
    ZoneOffset midnight = aMinuteAfterMidnight(now);
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      Sql.run(
          superuser,
          "update clinic set time_zone = ? where id = ?",
          posix(midnight),
          course.clinic());
      Sql.run(
          superuser,
          "update diagnosis_policy set drafted_at = now() - interval '4 minutes'"
              + " where clinic_id = ?",
          course.clinic());
      superuser.commit();
    }
    Instant signed = now.minusSeconds(180);

    assertThat(
            refusal(
                course,
                course.id(10),
                "insert into diagnosis_policy_signature (id, policy_id, jurisdiction, place,"
                    + " signed_at, signed_on, signed_by, licence_id, effective_from) values"
                    + " (?, ?, 'GB', 1, cast(? as timestamptz), cast(? as date), ?, ?,"
                    + " cast(? as date))",
                course.id(403),
                course.id(28),
                signed.toString(),
                LocalDate.ofInstant(signed, midnight).toString(),
                course.id(10),
                course.id(12),
                LocalDate.ofInstant(now, midnight).plusDays(days).toString()))
        .contains(rule);
  }

  /** A zone as POSIX writes it: what is east is less. */
  private static String posix(ZoneOffset zone) {
    return "<XXX>" + ZoneOffset.ofTotalSeconds(-zone.getTotalSeconds()).getId().replace("Z", "+00");
  }

  private static ZoneOffset aMinuteAfterMidnight(Instant now) {
    int day = 24 * 60;
    int past = LocalTime.ofInstant(now, ZoneOffset.UTC).toSecondOfDay() / 60;
    int east = Math.floorMod(1 - past, day);
    return ZoneOffset.ofTotalSeconds(60 * (east > day / 2 ? east - day : east));
  }

  @Test
  void R11_62_no_policy_limits_visits_that_nobody_counts() throws SQLException {
    ValidCourse course = without("licence_proof");

    assertThat(
            refusal(
                course,
                course.id(ADMINISTRATOR),
                "insert into diagnosis_policy (id, jurisdiction, number, who, max_visits,"
                    + " prior_diagnosis, never_codes, provisional_days, reason, drafted_at,"
                    + " drafted_by, submission_key) values (?, 'ES', 1,"
                    + " 'PHYSICIAN_OR_DIRECT_ACCESS_PT', 9, false, '', 7, 'agreed', now(), ?,"
                    + " 'one more')",
                course.id(402),
                course.id(ADMINISTRATOR)))
        .contains("23514");
  }

  static Stream<Arguments> codes() {
    return Stream.concat(
        Stream.of(PHYSICIANS.strip().split("\\s+", -1)).map(code -> arguments(code, false)),
        Stream.of(COVERED.strip().split("\\s+", -1)).map(code -> arguments(code, true)));
  }

  /** One table for both: what the domain refuses the database refuses, however it is written. */
  @ParameterizedTest(name = "R11.62 {0}: {1}")
  @MethodSource("codes")
  void what_stays_a_physicians_is_the_same_on_both_sides(String code, boolean covered)
      throws SQLException {
    String more = "M51.1,G574";
    PolicyTerms terms =
        new PolicyTerms(WhoDiagnoses.PHYSICIAN_OR_DIRECT_ACCESS_PT, null, null, false, more, 0);

    assertThat(terms.covers("ICD-10-CM", code, false)).as("domain").isEqualTo(covered);
    try (Connection owner = database.asSuperuserWithoutTriggers()) {
      assertThat(
              Sql.text(
                  owner,
                  "select cast(not pacegate.never_direct_access('ICD-10-CM', ?, false, ?) as text)",
                  code,
                  more))
          .as("database")
          .isEqualTo(String.valueOf(covered));
    }
  }
}

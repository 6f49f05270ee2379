package org.pacegate.service.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R1.91 to R1.95: what the database holds to when everything above it has failed. */
class DangerInTheDatabaseTest {

  private static final AtomicLong CLINICS = new AtomicLong();
  private static final String DRAFT = "intake#danger";

  private static SchemaTestDatabase database;

  @BeforeAll
  static void migrate() throws SQLException {
    database = SchemaTestDatabase.fresh();
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
    }
  }

  /** A treated runner, and an unfinished intake with a dangerous answer that is nobody's yet. */
  private static ValidCourse aCourse() {
    return ValidCourse.in(CLINICS.incrementAndGet());
  }

  private static ValidCourse aboutTheRunner(ValidCourse course) {
    return course.with(DRAFT, "patient_id", course.id(90));
  }

  /** The same, sent by the runner. */
  private static ValidCourse received(ValidCourse course) {
    return course
        .with(DRAFT, "state", "RECEIVED")
        .with(DRAFT, "received_at", "2026-02-01T10:05:00Z")
        .with(DRAFT, "received_door", "LINK")
        .with(DRAFT, "received_key", "sent");
  }

  private static void plant(ValidCourse course) throws SQLException {
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      Sql.run(superuser, "select set_config('pacegate.clinic', ?, true)", "" + course.clinic());
      course.plantedUpToThePlan(superuser);
    }
  }

  @Test
  void R1_95_no_plan_starts_while_an_intake_of_the_runner_holds_a_danger() throws SQLException {
    ValidCourse course = aboutTheRunner(aCourse());
    plant(course);
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.startPlan(application)))
          .isEqualTo(new Sql.Refusal("PG001", "plan_no_danger_in_intake"));
    }
  }

  @Test
  void R1_95_somebody_elses_danger_and_a_finished_one_stop_nothing() throws SQLException {
    ValidCourse nobodys = aCourse();
    ValidCourse finished =
        aboutTheRunner(aCourse()).with(DRAFT, "state", "DISCARDED").without("danger_escalation");
    for (ValidCourse course : new ValidCourse[] {nobodys, finished}) {
      plant(course);
      try (Connection application = database.asApplication()) {
        course.startPlan(application);
        Sql.enterClinic(application, course.clinic());
        assertThat(Sql.texts(application, "select state from care_plan")).containsExactly("ACTIVE");
      }
    }
  }

  @Test
  void R1_95_no_plan_is_left_standing_beside_a_dangerous_answer() throws SQLException {
    ValidCourse course = aCourse();
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      String known = "update intake set patient_id = ? where danger_since is not null";
      Sql.run(application, known, course.id(90));
      assertThat(Sql.refusalOf(application::commit))
          .isEqualTo(new Sql.Refusal("PG001", "plan_no_danger_in_intake"));

      Sql.enterClinic(application, course.clinic());
      Sql.run(application, known, course.id(90));
      Sql.run(application, "update care_plan set state = 'SUSPENDED', state_reason = 'why'");
      application.commit();
      Sql.enterClinic(application, course.clinic());
      Sql.run(application, "update care_plan set state = 'ACTIVE'");
      assertThat(Sql.refusalOf(application::commit).state()).isEqualTo("PG001");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "danger_since = null, act_by = null, urgency = null",
        "danger_since = danger_since + interval '1 minute'",
        "act_by = act_by + interval '1 second'",
        "urgency = 'U1_SAME_DAY'"
      })
  void R1_94_the_clock_of_an_answer_is_neither_stopped_nor_lengthened(String change)
      throws SQLException {
    refusedForTheDraft(change, "PG003", "intake_clock_stands");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DRAFT", "RECEIVED"})
  void R4_25_a_danger_stays_with_its_patient(String state) throws SQLException {
    ValidCourse course = aboutTheRunner(aCourse());
    if (state.equals("RECEIVED")) {
      received(course);
    }
    plant(course);
    try (Connection application = database.asApplication()) {
      for (String other : new String[] {"null", "patient_id + 1"}) {
        Sql.enterClinic(application, course.clinic());
        String update = "update intake set patient_id = " + other + " where id = ?";
        assertThat(Sql.refusalOf(() -> Sql.run(application, update, course.id(113))))
            .isEqualTo(new Sql.Refusal("PG003", "intake_danger_stays_with_patient"));
        application.rollback();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state = 'SUBMITTED', submitted_at = now(), submitted_by = :030, episode_id = :100,"
            + " patient_id = :090"
            + " | intake_danger_screened | PG001",
        "state = 'DISCARDED', taken_back_at = saved_at, taken_back_by = :030, dismissed_by = :010,"
            + " dismiss_licence_id = :012, dismiss_reason = 'r', saved_at = now() - interval '1 day'"
            + " | dismissal_at_its_time | PG006"
      })
  void R4_18_it_ends_in_a_screening_or_by_a_signature_of_today(
      String change, String rule, String state) throws SQLException {
    refusedForTheDraft(change, state, rule);
  }

  private static void refusedForTheDraft(String change, String state, String rule)
      throws SQLException {
    refusedFor(aCourse(), change, state, rule);
  }

  private static void refusedFor(ValidCourse course, String change, String state, String rule)
      throws SQLException {
    course.with("clinic", "demonstration", false);
    plant(course);
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, course.clinic());
      Sql.run(
          application, "select set_config('pacegate.practitioner', ?, true)", "" + course.id(10));
      String update =
          "update intake set " + change.replace(":", "" + course.clinic()) + " where id = ?";
      assertThat(
              Sql.refusalOf(
                  () -> {
                    Sql.run(application, update, course.id(113));
                    Sql.run(application, "set constraints all immediate");
                  }))
          .isEqualTo(new Sql.Refusal(state, rule));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state = 'SUBMITTED', submitted_at = now(), submitted_by = :030, episode_id = :100,"
            + " patient_id = :090"
            + " | PG001 | intake_danger_screened",
        "state = 'DISCARDED', taken_back_at = saved_at, taken_back_by = :030, dismissed_by = :010,"
            + " dismiss_licence_id = :012, dismiss_reason = 'r' | PG003 | intake_received_stands",
        "state = 'REJECTED', rejected_at = now(), rejected_by = :030, reject_reason = 'r'"
            + " | 23514 | intake_danger_not_rejected",
        "danger_since = null, act_by = null, urgency = null | PG003 | intake_clock_stands"
      })
  void R4_101_a_danger_that_was_sent_ends_in_a_screening_and_nowhere_else(
      String change, String state, String rule) throws SQLException {
    refusedFor(received(aCourse()), change, state, rule);
  }

  @Test
  void R1_95_no_plan_starts_while_what_the_runner_sent_holds_a_danger() throws SQLException {
    ValidCourse course = received(aboutTheRunner(aCourse()));
    plant(course);
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.startPlan(application)))
          .isEqualTo(new Sql.Refusal("PG001", "plan_no_danger_in_intake"));
    }
  }

  /** Ids are the clinic's number times a thousand plus: 10 and 12 physician and licence. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state = 'DISCARDED' | intake_danger_taken_back",
        "state = 'DISCARDED', taken_back_at = saved_at, taken_back_by = :030"
            + " | intake_dismissed_by_actor",
        "state = 'DISCARDED', dismissed_by = :010, dismiss_licence_id = :012, dismiss_reason = 'r'"
            + " | intake_danger_taken_back",
        "state = 'DISCARDED', taken_back_at = saved_at, taken_back_by = :030, dismissed_by = :020,"
            + " dismiss_licence_id = :022, dismiss_reason = 'r' | intake_dismissed_by_actor",
        "state = 'DISCARDED', taken_back_at = saved_at, taken_back_by = :030, dismissed_by = :010,"
            + " dismiss_licence_id = :022, dismiss_reason = 'r' | intake_licence_is_dismissers",
        "state = 'DISCARDED', taken_back_at = saved_at, taken_back_by = :030, dismissed_by = :010,"
            + " dismiss_licence_id = :012, dismiss_reason = 'r', saved_at = '2030-01-01'"
            + " | intake_dismisser_licensed"
      })
  void R4_18_a_danger_is_dismissed_by_a_licensed_physician_or_not_at_all(String change, String rule)
      throws SQLException {
    refusedForTheDraft(change, "PG002", rule);
  }

  @ParameterizedTest
  @CsvSource({
    "escalated_at, 2026-02-01T10:14:59Z, escalation_not_before_its_time",
    "to_role, ADMIN, escalation_on_its_ladder",
    "from_role, THERAPIST, escalation_of_its_deadline",
    "due_at, 2026-02-01T10:14:00Z, escalation_of_its_deadline",
    "next_due_at, 2026-02-01T10:15:00Z, escalation_not_before_its_time",
    "step, NOT_DECIDED, escalation_of_a_standing_danger"
  })
  void R1_91_an_escalation_is_what_happened(String column, String value, String rule)
      throws SQLException {
    ValidCourse course = aCourse().with("danger_escalation", column, value);
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.lived(application)).rule()).isEqualTo(rule);
    }
  }

  @Test
  void R1_91_what_was_dealt_with_is_not_escalated() throws SQLException {
    ValidCourse course = aCourse().with(DRAFT, "state", "DISCARDED");
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.lived(application)).rule())
          .isEqualTo("escalation_of_a_standing_danger");
    }
  }

  @Test
  void R1_91_a_deadline_is_escalated_once_and_for_good() throws SQLException {
    ValidCourse course = aCourse();
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      assertThat(
              Sql.refusalOf(
                      () ->
                          Sql.run(
                              application,
                              """
                              insert into danger_escalation (intake_id, step, from_role, to_role, due_at,
                                next_due_at, escalated_at)
                              select intake_id, step, from_role, to_role, due_at, next_due_at, now()
                                from danger_escalation\
                              """))
                  .state())
          .isEqualTo("PG003");
      application.rollback();
      for (String change :
          new String[] {
            "update danger_escalation set escalated_at = now()", "delete from danger_escalation"
          }) {
        Sql.enterClinic(application, course.clinic());
        assertThat(Sql.refusalOf(() -> Sql.run(application, change)).state()).isEqualTo("42501");
        application.rollback();
      }
    }
  }

  @Test
  void R8_31_the_timer_learns_which_clinics_and_nothing_more() throws SQLException {
    ValidCourse course = aCourse().without("danger_escalation");
    plant(course);
    try (Connection application = database.asApplication()) {
      assertThat(
              Sql.texts(
                  application, "select clinics_with_danger_due('2026-02-01T10:14:59Z')::text"))
          .doesNotContain("" + course.clinic());
      assertThat(
              Sql.texts(
                  application, "select clinics_with_danger_due('2026-02-01T10:15:00Z')::text"))
          .contains("" + course.clinic());
      assertThat(Sql.texts(application, "select owner from danger")).isEmpty();
      assertThat(Sql.texts(application, "select current_clinic()::text")).containsOnlyNulls();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, 2026-01-30 10:15, 2026-01-30 11:00",
    "U1_SAME_DAY, 2026-01-30 14:00, 2026-01-31 10:00",
    "U2_URGENT_1_2W, 2026-02-02 10:00, 2026-02-13 10:00"
  })
  void R1_90_flags_of_earlier_versions_get_the_proposed_limits(
      String urgency, String actBy, String seenBy) throws SQLException {
    SchemaTestDatabase before = SchemaTestDatabase.at("12");
    ValidCourse course =
        ValidCourse.in(1)
            .unsigned()
            .without("threshold_signature")
            .without("threshold_version")
            .without("questionnaire")
            .without("licence_proof")
            .without("diagnosis_policy_signature")
            .without("diagnosis_policy")
            .without("own_code")
            .without("diagnosis_review")
            .without("own_edition")
            .without("questionnaire_audience")
            .without("patient_previous_contact")
            .without("patient_identification")
            .without("danger_escalation")
            .without("intake_entry_history")
            .without("message")
            .without("intake_link")
            .without("door_session")
            .without("kiosk")
            .without("kiosk_turned_away")
            .without("expected_intake")
            .withoutReferralSteps()
            .with("screening", "performed_at", "2026-01-30T10:00:00Z")
            .with("screening", "status", "POSITIVE_OPEN")
            .with("screening_flag", "urgency", urgency)
            .withoutPlan();
    try (Connection superuser = before.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
      Sql.run(superuser, "select set_config('pacegate.clinic', '1', true)");
      course.planted(superuser);
    }

    before.upgrade();

    try (Connection application = before.asApplication()) {
      Sql.enterClinic(application, 1);
      assertThat(
              Sql.texts(
                  application,
                  "select to_char(act_by at time zone 'UTC', 'YYYY-MM-DD HH24:MI, ')"
                      + " || to_char(seen_by at time zone 'UTC', 'YYYY-MM-DD HH24:MI')"
                      + " from screening_flag where urgency <> 'U3_ROUTINE'"))
          .containsExactly(actBy + ", " + seenBy);
    }
  }
}

package org.pacegate.service.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What an installation has recorded is still there after an upgrade. */
class UpgradeTest {

  private static final String FLAG =
      """
      insert into screening_flag (id, screening_id, rule_id, urgency, target, effects, source, inputs, state,
        decided_at, decided_by, licence_id, reason)
      values (?, ?, 'FX-1', 'U1_SAME_DAY', 'ED', '', '[D] a test', 'FX-1=YES', 'CLEARED',
        '2026-02-01T23:30:00Z', ?, ?, 'seen')\
      """;

  @Test
  void R1_13_what_was_decided_before_becomes_the_first_decision() throws SQLException {
    SchemaTestDatabase database = SchemaTestDatabase.at("9");
    ValidCourse course =
        ValidCourse.in(1)
            .unsigned()
            .without("threshold_signature")
            .without("threshold_version")
            .without("questionnaire")
            .without("patient_previous_contact")
            .without("licence_lapse")
            .without("danger_escalation")
            .without("intake#danger")
            .without("patient_identification")
            .without("intake_entry_history")
            .without("message")
            .without("intake_link")
            .without("door_session")
            .without("kiosk")
            .without("kiosk_turned_away")
            .without("expected_intake")
            .without("screening_flag#decided")
            .without("flag_decision")
            .without("plan_transition")
            .with(ValidCourse.PLAN, "state", "SUSPENDED")
            .with(ValidCourse.PLAN, "state_reason", "plan.suspended.openFlag")
            .with("licence#former", "lapse_reason", "fee not paid")
            .with("licence#former", "lapse_found_at", "2018-02-01T10:00:00Z");
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
      Sql.run(superuser, "select set_config('pacegate.clinic', '1', true)");
      course.planted(superuser);
      Sql.run(superuser, "select set_config('pacegate.clinic', '1', true)");
      Sql.run(superuser, FLAG, course.id(123), course.id(120), course.id(10), course.id(12));
      superuser.commit();
    }

    database.upgrade();

    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      assertThat(
              Sql.texts(
                  application,
                  "select concat_ws(' ', number, state, decided_on, decided_by, licence_id, reason)"
                      + " from flag_decision"))
          .as("on the clinic's own day")
          .containsExactly("1 CLEARED 2026-02-02 1010 1012 seen");
      assertThat(Sql.texts(application, "select lapsed_on || ' ' || reason from licence_lapse"))
          .containsExactly("2018-01-01 fee not paid");
      assertThat(Sql.texts(application, "select to_state || ' ' || reason from plan_transition"))
          .containsExactly("SUSPENDED plan.suspended.openFlag");
    }
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      Sql.run(superuser, "set session_replication_role = origin");
      Sql.run(superuser, "select set_config('pacegate.clinic', '1', true)");
      assertThat(Sql.texts(superuser, "update consent set language = language returning 'moved'"))
          .as("a merge moves a consent from before signatures")
          .containsExactly("moved");
    }
  }
}

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
            .without("licence_proof")
            .without("diagnosis_policy_signature")
            .without("diagnosis_policy")
            .without("own_code")
            .without("diagnosis_review")
            .without("own_edition")
            .without("questionnaire_audience")
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
            .withoutReferralSteps()
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

  @Test
  void R5_4_what_was_referred_before_keeps_its_state_with_its_steps() throws SQLException {
    SchemaTestDatabase database = SchemaTestDatabase.at("26");
    ValidCourse course = ValidCourse.in(1);
    course
        .withoutReferralSteps()
        .without("licence_proof")
        .without("diagnosis_policy_signature")
        .without("diagnosis_policy")
        .without("own_code")
        .without("diagnosis_review")
        .without("own_edition")
        .without("questionnaire_audience")
        .and(
            "referral#seen",
            "referral",
            "id",
            course.id(151),
            "state",
            "COMPLETED",
            "closed_at",
            "2026-02-02T12:00:00Z",
            "closed_by",
            course.id(10),
            "outcome",
            "seen there")
        .and(
            "referral#again",
            "referral",
            "id",
            course.id(150),
            "requested_at",
            "2026-02-01T11:00:00Z")
        .and(
            "referral#urgent",
            "referral",
            "id",
            course.id(149),
            "urgency",
            "U1_SAME_DAY",
            "due_at",
            "2026-02-02T10:00:00Z")
        .and(
            "referral#waiting",
            "referral",
            "id",
            course.id(152),
            "state",
            "SENT",
            "target",
            "RHEUMATOLOGY",
            "urgency",
            "U2_URGENT_1_2W");
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
      Sql.run(superuser, "select set_config('pacegate.clinic', '1', true)");
      course.planted(superuser);
    }

    database.upgrade();

    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      assertThat(
              Sql.texts(
                  application,
                  "select concat_ws(' ', id, state, superseded_by_id) from referral order by id"))
          .as("the most urgent of three that ask the same stays open")
          .containsExactly(
              "1122 SUPERSEDED 1149",
              "1149 DRAFT",
              "1150 SUPERSEDED 1149",
              "1151 COMPLETED",
              "1152 SENT");
      assertThat(
              Sql.texts(
                  application,
                  "select id || ' ' || (expires_at - now() > interval '13 days 23 hours')"
                      + " from referral where expires_at is not null"))
          .as("the time of what was sent begins with the upgrade")
          .containsExactly("1152 true");
      assertThat(
              Sql.texts(
                  application,
                  "select concat_ws(' ', referral_id, number, action, to_state, reason, by)"
                      + " from referral_transition order by referral_id, number"))
          .containsExactly(
              "1122 1 DRAFT_BY_RULE DRAFT rule.FX-3 1030",
              "1122 2 CARRY_OVER SUPERSEDED referral.superseded.askedAgain 1030",
              "1149 1 DRAFT_BY_RULE DRAFT rule.FX-3 1030",
              "1150 1 DRAFT_BY_RULE DRAFT rule.FX-3 1030",
              "1150 2 CARRY_OVER SUPERSEDED referral.superseded.askedAgain 1030",
              "1151 1 DRAFT_BY_RULE DRAFT rule.FX-3 1030",
              "1151 2 CARRY_OVER COMPLETED seen there 1010",
              "1152 1 DRAFT_BY_RULE DRAFT rule.FX-3 1030",
              "1152 2 CARRY_OVER SENT referral.carriedOver 1030");
    }
  }
}

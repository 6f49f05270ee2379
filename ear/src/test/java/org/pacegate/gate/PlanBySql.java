package org.pacegate.gate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.pacegate.domain.clinic.Role;
import org.pacegate.launcher.PacegateServer;

/** Writes a plan as somebody would who has the application's password and no scruples. */
final class PlanBySql {

  private PlanBySql() {}

  /** Forges the gate's answer and starts the plan. */
  static void start(Doors doors, Situation situation) throws SQLException {
    try (Connection database = PacegateServer.get().application()) {
      database.setAutoCommit(false);
      database.setSchema("pacegate");
      long therapist = doors.id(Role.THERAPIST.name());
      Rows.of(
          database,
          "select set_config('pacegate.clinic', ?, true), set_config('pacegate.practitioner', ?, true)",
          Long.toString(doors.id("clinic")),
          Long.toString(therapist));
      long id = Long.parseLong(Rows.of(database, "select nextval('record_seq')").get(0));
      Rows.run(
          database,
          "insert into gate_decision (id, episode_id, allowed, diagnosis_id, screening_id, refusals,"
              + " asked_at, asked_by) values (?, ?, true, ?, ?, '', now(), ?)",
          id,
          doors.id("episode"),
          doors.id("diagnosis"),
          doors.id("screening"),
          therapist);
      Rows.run(
          database,
          "insert into care_plan (id, episode_id, diagnosis_id, gate_decision_id, state, state_since,"
              + " starts_on, rest, hills, created_at, author_id)"
              + " values (?, ?, ?, ?, 'ACTIVE', now(), ?, ?, 'NONE', now(), ?)",
          id - 1,
          doors.id("episode"),
          doors.id("diagnosis"),
          id,
          LocalDate.now(Courses.ZONE).minusDays(situation.startsDaysAgo()),
          situation.asksForCompleteRest() ? "COMPLETE_REST_FROM_IMPACT" : "RELATIVE_REST",
          therapist);
      Rows.run(
          database,
          "insert into plan_block (id, plan_id, kind, load_percent, instructions)"
              + " values (?, ?, 'LOAD', 50, 'run')",
          id - 2,
          id - 1);
      database.commit();
    }
  }
}

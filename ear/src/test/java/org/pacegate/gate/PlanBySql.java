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
    start(doors, situation, 0);
  }

  /** Starts it as if it were some days ago, when everything was still good. */
  static void start(Doors doors, Situation situation, int daysAgo) throws SQLException {
    try (Connection database = inClinic(doors, Role.THERAPIST)) {
      long therapist = doors.id(Role.THERAPIST.name());
      long id = nextId(database);
      Rows.run(
          database,
          "insert into gate_decision (id, episode_id, allowed, diagnosis_id, screening_id, refusals,"
              + " asked_at, asked_by) values (?, ?, true, ?, ?, '', now() - make_interval(days => ?), ?)",
          id,
          doors.id("episode"),
          doors.id("diagnosis"),
          doors.id("screening"),
          daysAgo,
          therapist);
      Rows.run(
          database,
          "insert into care_plan (id, episode_id, diagnosis_id, gate_decision_id, state, state_since,"
              + " starts_on, rest, hills, created_at, author_id)"
              + " values (?, ?, ?, ?, 'ACTIVE', now() - make_interval(days => ?), ?, ?, 'NONE',"
              + " now() - make_interval(days => ?), ?)",
          id - 1,
          doors.id("episode"),
          doors.id("diagnosis"),
          id,
          daysAgo,
          LocalDate.now(Courses.ZONE).minusDays(daysAgo + situation.startsDaysAgo()),
          situation.asksForCompleteRest() ? "COMPLETE_REST_FROM_IMPACT" : "RELATIVE_REST",
          daysAgo,
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

  /** Signs a diagnosis as if it were some days ago, when the licence still stood. */
  static void sign(Doors doors, int daysAgo) throws SQLException {
    try (Connection database = inClinic(doors, Role.PHYSICIAN)) {
      Rows.run(
          database,
          "insert into diagnosis (id, episode_id, code_system, code, code_edition, words, body_site,"
              + " bone_stress, verification_status, clinical_status, recorded_at, recorded_on,"
              + " recorded_by, licence_id)"
              + " select ?, ?, system, code, edition, 'as found', 'LOW_BACK', false, 'CONFIRMED', 'ACTIVE',"
              + " now() - make_interval(days => ?), ?, ?, ? from diagnosis_code where code = 'S39.012A'"
              + " and edition = 'FY2025'",
          nextId(database),
          doors.id("episode"),
          daysAgo,
          LocalDate.now(Courses.ZONE).minusDays(daysAgo),
          doors.id(Role.PHYSICIAN.name()),
          doors.id("licence"));
      database.commit();
    }
  }

  private static Connection inClinic(Doors doors, Role acting) throws SQLException {
    Connection database = PacegateServer.get().application();
    database.setAutoCommit(false);
    database.setSchema("pacegate");
    Rows.of(
        database,
        "select set_config('pacegate.clinic', ?, true), set_config('pacegate.practitioner', ?, true)",
        Long.toString(doors.id("clinic")),
        Long.toString(doors.id(acting.name())));
    return database;
  }

  private static long nextId(Connection database) throws SQLException {
    return Long.parseLong(Rows.of(database, "select nextval('record_seq')").get(0));
  }
}

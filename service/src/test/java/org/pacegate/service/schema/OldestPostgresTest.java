package org.pacegate.service.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("R13.61 On the oldest PostgreSQL that the SQL is written for")
class OldestPostgresTest {

  private static final AtomicLong CLINICS = new AtomicLong();

  private static SchemaTestDatabase database;

  @BeforeAll
  static void migrate() throws SQLException {
    database = SchemaTestDatabase.freshOnOldest();
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
    }
  }

  @Test
  void it_is_the_oldest() throws SQLException {
    try (Connection owner = database.asOwner()) {
      assertThat(Sql.text(owner, "show server_version")).startsWith("15.");
    }
  }

  @Test
  void a_valid_course_is_lived_from_the_desk_to_the_plan() throws SQLException {
    ValidCourse course = ValidCourse.today(CLINICS.incrementAndGet());
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      assertThat(Sql.texts(application, "select state from care_plan")).containsExactly("ACTIVE");
      assertThat(Sql.texts(application, "select kind from timeline"))
          .contains("REGISTERED", "IDENTIFIED", "DIAGNOSIS", "GATE_OPEN", "PLAN");
      assertThat(Sql.texts(application, "select episode_id from worklist")).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.pacegate.service.schema.GateInTheDatabaseTest#doorsForASqlClient")
  void every_door_is_shut(GateInTheDatabaseTest.Case attempt) throws SQLException {
    ValidCourse course = attempt.but().apply(ValidCourse.in(CLINICS.incrementAndGet()));
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      Sql.run(superuser, "select set_config('pacegate.clinic', ?, true)", "" + course.clinic());
      course.plantedUpToThePlan(superuser);
    }
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.startPlan(application)))
          .isEqualTo(new Sql.Refusal("PG001", attempt.rule()));
    }
  }

  @Test
  void no_table_is_open_to_another_clinic() throws SQLException {
    try (Connection owner = database.asOwner()) {
      assertThat(Sql.texts(owner, TenancyOfTheSchemaTest.OPEN_TABLES)).isEmpty();
    }
    ValidCourse course = ValidCourse.today(CLINICS.incrementAndGet());
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, CLINICS.incrementAndGet());
      for (String table : Sql.texts(application, TenancyOfTheSchemaTest.TABLES_OF_A_CLINIC)) {
        if ("t".equals(Sql.text(application, "select has_table_privilege(?, 'select')", table))) {
          assertThat(Sql.number(application, "select count(*) from " + table)).as(table).isZero();
        }
      }
    }
  }

  @Test
  void the_audit_is_sealed_and_verified() throws SQLException {
    try (Connection application = database.asApplication();
        Connection sealer = database.asSealer()) {
      Sql.run(
          application,
          "insert into audit.event (action, entity, outcome) values ('READ', 'Patient', 'DONE')");
      application.commit();
      for (int pass = 0; pass < 2; pass++) {
        Sql.texts(sealer, "select no from audit.seal_finished_events()");
        sealer.commit();
      }
      assertThat(Sql.number(sealer, "select count(*) from audit.seal")).isEqualTo(1);
      assertThat(Sql.texts(sealer, "select kind from audit.verify()")).isEmpty();
    }
  }
}

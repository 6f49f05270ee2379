package org.pacegate.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.service.schema.SchemaTestDatabase;
import org.pacegate.service.schema.Sql;

/** Who may do what with events, and what the database adds to them by itself. */
class AuditRightsTest {

  static final String READ_OF_A_PATIENT =
      """
      insert into audit.event (action, entity, entity_id, patient_id, detail, outcome)
      values ('READ', 'Patient', 7, 7, 'header', 'DONE')""";

  private static SchemaTestDatabase database;

  @BeforeAll
  static void migrate() throws SQLException {
    database = SchemaTestDatabase.fresh();
  }

  @ParameterizedTest(name = "R9.2 {0}")
  @ValueSource(
      strings = {
        "select * from audit.event",
        "update audit.event set detail = 'x'",
        "delete from audit.event",
        "truncate audit.event",
        "insert into audit.event (id, action, entity, outcome) values (9, 'READ', 'Patient', 'DONE')",
        "insert into audit.event (at, action, entity, outcome) values (now(), 'READ', 'Patient', 'DONE')",
        "insert into audit.event (clinic_id, action, entity, outcome) values (2, 'READ', 'Patient', 'DONE')",
        "insert into audit.event (practitioner_id, action, entity, outcome) values (2, 'READ', 'P', 'DONE')",
        "select nextval('audit.event_seq')",
        "select * from audit.seal",
        "insert into audit.mark (upto, tx, at, since) values (0, '0', now(), now())",
        "select audit.seal_finished_events()",
        "select audit.verify()"
      })
  void the_application_only_adds(String attempt) throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      assertThat(Sql.refusalOf(() -> Sql.run(application, attempt)).state()).isEqualTo("42501");
    }
  }

  @ParameterizedTest(name = "R9.2 {0}")
  @ValueSource(
      strings = {
        "insert into audit.event (action, entity, outcome) values ('READ', 'Patient', 'DONE')",
        "update audit.seal set hash = hash",
        "delete from audit.seal",
        "select id from pacegate.patient"
      })
  void the_sealer_only_seals(String attempt) throws SQLException {
    try (Connection sealer = database.asSealer()) {
      assertThat(Sql.refusalOf(() -> Sql.run(sealer, attempt)).state()).isEqualTo("42501");
    }
  }

  @ParameterizedTest(name = "R9.2 {0}")
  @ValueSource(
      strings = {
        "delete from audit.seal",
        "update audit.seal set hash = hash",
        "truncate audit.event",
        "truncate audit.seal"
      })
  void even_the_owner_is_refused(String attempt) throws SQLException {
    try (Connection sealer = database.asSealer();
        Connection application = database.asApplication();
        Connection owner = database.asOwner()) {
      Sql.run(application, READ_OF_A_PATIENT);
      application.commit();
      for (int pass = 0; pass < 2; pass++) {
        Sql.run(sealer, "select audit.seal_finished_events()");
        sealer.commit();
      }
      assertThat(Sql.refusalOf(() -> Sql.run(owner, attempt)))
          .isEqualTo(new Sql.Refusal("PG004", "audit_append_only"));
    }
  }

  @Test
  void R9_1_the_database_says_where_and_who() throws SQLException {
    try (Connection application = database.asApplication();
        Connection other = database.asApplication()) {
      Sql.enterClinic(application, 5);
      Sql.run(application, READ_OF_A_PATIENT);
      assertThat(
              Sql.texts(
                  application,
                  """
                  select concat_ws(' ', clinic_id, practitioner_id, action, patient_id)
                    from audit.events_of_clinic(7, null, 10)"""))
          .containsExactly("5 5030 READ 7");
      application.commit();

      Sql.enterClinic(other, 6);
      assertThat(Sql.texts(other, "select id from audit.events_of_clinic(null, null, 10)"))
          .as("another clinic's events")
          .isEmpty();
      other.rollback();
      assertThat(Sql.texts(other, "select id from audit.events_of_clinic(null, null, 10)"))
          .as("outside a clinic")
          .isEmpty();
    }
  }

  @Test
  void R9_1_signing_in_is_recorded_without_the_name() throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.run(
          application,
          """
          insert into audit.event (login_hash, action, entity, outcome)
          values (encode(sha256('mallory'), 'hex'), 'SIGN_IN_FAILED', 'Account', 'REFUSED')""");
      application.commit();
      assertThat(
              Sql.refusalOf(
                      () ->
                          Sql.run(
                              application,
                              """
                              insert into audit.event (login_hash, action, entity, outcome)
                              values ('mallory', 'SIGN_IN_FAILED', 'Account', 'REFUSED')"""))
                  .state())
          .isEqualTo("23514");
    }
    try (Connection sealer = database.asSealer()) {
      assertThat(
              Sql.texts(
                  sealer,
                  """
                  select concat_ws(' ', action, outcome, clinic_id,
                    login_hash = encode(sha256('mallory'), 'hex'))
                    from audit.event where login_hash is not null"""))
          .containsExactly("SIGN_IN_FAILED REFUSED t");
    }
  }

  @Test
  void R9_1_no_change_without_its_event() throws SQLException {
    try (Connection application = database.asApplication();
        Connection sealer = database.asSealer()) {
      Sql.enterClinic(application, 5);
      Sql.run(application, READ_OF_A_PATIENT.replace("header", "rolled back"));
      application.rollback();
      assertThat(Sql.texts(sealer, "select id from audit.event where detail = 'rolled back'"))
          .isEmpty();
    }
  }
}

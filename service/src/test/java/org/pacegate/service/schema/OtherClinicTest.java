package org.pacegate.service.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every table with the other clinic's eyes, in SQL, as the application's role. */
class OtherClinicTest {

  private static final long OURS = 1;
  private static final long THEIRS = 2;

  private static SchemaTestDatabase database;

  @BeforeAll
  static void twoClinicsWithARowInEveryTable() throws SQLException {
    database = SchemaTestDatabase.fresh();
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
    }
    try (Connection application = database.asApplication()) {
      ValidCourse.in(OURS).kept().onceMerged().lived(application);
      ValidCourse.in(THEIRS).kept().onceMerged().lived(application);
    }
  }

  static Stream<String> tablesOfAClinic() throws SQLException {
    try (Connection owner = database.asOwner()) {
      return Sql.texts(
          owner,
          """
              select c.relname from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped
               where c.relnamespace = 'pacegate'::regnamespace and c.relkind in ('r', 'p')
                 and c.relname <> 'sign_in_name' order by 1
              """)
          .stream();
    }
  }

  @ParameterizedTest(name = "R13.3 {0}")
  @MethodSource("tablesOfAClinic")
  void the_other_clinic_sees_nothing(String table) throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, OURS);
      assertThat(Sql.texts(application, "select distinct clinic_id from " + table))
          .as("our row, and only ours")
          .containsExactly("1");
      application.rollback();
      assertThat(Sql.texts(application, "select clinic_id from " + table))
          .as("nothing outside a clinic")
          .isEmpty();
    }
  }

  @ParameterizedTest(name = "R13.3 {0}")
  @MethodSource("tablesOfAClinic")
  void the_other_clinic_changes_nothing(String table) throws SQLException {
    try (Connection application = database.asApplication()) {
      for (String column : columnsWith(application, table, "UPDATE")) {
        Sql.enterClinic(application, THEIRS);
        assertThat(
                Sql.run(
                    application,
                    "update %1$s set %2$s = %2$s where clinic_id = 1".formatted(table, column)))
            .isZero();
        application.rollback();
      }
      if ("t".equals(Sql.text(application, "select has_table_privilege(?, 'delete')", table))) {
        Sql.enterClinic(application, THEIRS);
        assertThat(Sql.run(application, "delete from " + table + " where clinic_id = 1")).isZero();
      }
    }
  }

  @ParameterizedTest(name = "R13.3 {0}")
  @MethodSource("tablesOfAClinic")
  void the_other_clinic_adds_nothing(String table) throws SQLException {
    String row;
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      row =
          Sql.text(
              superuser, "select to_jsonb(t) from " + table + " t where clinic_id = 1 limit 1");
    }
    try (Connection application = database.asApplication()) {
      List<String> own = columnsWith(application, table, "INSERT");
      // Some tables are written by the owner's triggers only.
      String columns = own.isEmpty() ? "clinic_id" : String.join(", ", own);
      String copy =
          "insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, ?::jsonb)"
              .formatted(table, columns);
      Sql.enterClinic(application, THEIRS);
      assertThat(Sql.refusalOf(() -> Sql.run(application, copy, row)).state())
          .isIn("42501", "PG003");
      application.rollback();
      assertThat(Sql.refusalOf(() -> Sql.run(application, copy, row)).state())
          .isIn("42501", "PG003");
    }
  }

  private static List<String> columnsWith(Connection application, String table, String privilege)
      throws SQLException {
    return Sql.texts(
        application,
        """
        select attname from pg_attribute
         where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
           and has_column_privilege(attrelid, attnum, ?)
        """,
        table,
        privilege);
  }

  @Test
  void R13_3_a_clinic_sees_itself_only() throws SQLException {
    try (Connection application = database.asApplication()) {
      assertThat(Sql.texts(application, "select id from clinic")).isEmpty();
      Sql.enterClinic(application, THEIRS);
      assertThat(Sql.texts(application, "select id from clinic")).containsExactly("2");
    }
  }

  @Test
  void R13_3_the_clinic_ends_with_the_transaction() throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, OURS);
      application.commit();
      assertThat(Sql.texts(application, "select id from patient")).isEmpty();
    }
  }

  @Test
  void R13_3_the_owner_sees_no_patient_either() throws SQLException {
    try (Connection owner = database.asOwner()) {
      assertThat(Sql.texts(owner, "select id from patient")).isEmpty();
    }
  }

  @Test
  void R13_3_a_row_cannot_point_into_another_clinic() throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, THEIRS);
      Sql.run(
          application,
          """
          insert into episode_transition (id, episode_id, to_state, reason, at)
          values (9, 1100, 'INTAKE', 'r', now())""");
      assertThat(Sql.refusalOf(application::commit).state()).isEqualTo("23503");
    }
  }

  @Test
  void R13_6_a_draft_is_for_the_person_who_typed_it() throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, OURS);
      assertThat(Sql.texts(application, "select form from form_draft")).containsExactly("intake");
      Sql.run(application, "select set_config('pacegate.practitioner', '1010', true)");
      assertThat(Sql.texts(application, "select form from form_draft")).isEmpty();
    }
  }

  @Test
  void R13_7_a_login_enters_its_clinic_and_nobody_reads_the_logins() throws SQLException {
    try (Connection application = database.asApplication()) {
      assertThat(Sql.text(application, "select clinic_id from enter_clinic('therapist2')"))
          .isEqualTo("2");
      assertThat(Sql.text(application, "select current_practitioner()")).isEqualTo("2020");
      assertThat(Sql.texts(application, "select id from patient order by id"))
          .containsExactly("2090", "2091");
      assertThat(Sql.texts(application, "select clinic_id from enter_clinic('nobody')")).isEmpty();
      assertThat(Sql.texts(application, "select id from patient")).isEmpty();
      assertThat(Sql.text(application, "select password_hash_of('staff1')")).isEqualTo("x");
      assertThat(Sql.refusalOf(() -> Sql.run(application, "select * from sign_in_name")).state())
          .isEqualTo("42501");
    }
  }
}

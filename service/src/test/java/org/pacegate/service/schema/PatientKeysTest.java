package org.pacegate.service.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * R2.33: whatever points at a patient is known to the merge. A new table with such a column fails
 * here until somebody has thought about it: it moves with the patient ({@code
 * moves_with_patient()}, in a new migration), or it says here why it stays.
 */
class PatientKeysTest {

  /** Every foreign key to a patient, and every column that is named like one. */
  private static final String POINTING =
      """
      select c.relname || '.' || a.attname
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace in ('pacegate'::regnamespace, 'audit'::regnamespace) and c.relkind in ('r', 'p')
         and (a.attname like '%patient%id%'
              or exists (select from pg_constraint f
                          where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'patient'::regclass
                            and a.attnum = any (f.conkey) and a.attname <> 'clinic_id'))
       order by 1
      """;

  private static final String MOVING =
      "select table_name || '.' || column_name from moves_with_patient() order by 1";

  private static SchemaTestDatabase database;

  @BeforeAll
  static void migrate() throws SQLException {
    database = SchemaTestDatabase.fresh();
  }

  @Test
  void R2_33_whateverPointsAtAPatientMovesOrStaysForAReason() throws SQLException {
    try (Connection owner = database.asOwner()) {
      List<String> pointing = Sql.texts(owner, POINTING);
      List<String> moving = Sql.texts(owner, MOVING);
      assertThat(pointing).containsAll(moving);
      pointing.removeAll(moving);
      assertThat(pointing)
          .as("what stays: who read and changed which record, and the merges themselves")
          .containsExactly(
              "event.patient_id",
              "patient.merged_into",
              "patient_merge.merged_id",
              "patient_merge.survivor_id");
    }
  }

  @Test
  void R2_33_aNewTableIsFound() throws SQLException {
    try (Connection owner = database.asOwner()) {
      Sql.run(
          owner,
          """
          create table appointment (clinic_id bigint not null, id bigint not null, runner bigint,
            primary key (clinic_id, id), foreign key (clinic_id, runner) references patient)""");
      assertThat(Sql.texts(owner, POINTING)).contains("appointment.runner");
      assertThat(Sql.texts(owner, MOVING)).doesNotContain("appointment.runner");
      owner.rollback();
    }
  }

  @Test
  void R2_33_everyMovingTableRefusesAMergedPatient() throws SQLException {
    try (Connection owner = database.asOwner()) {
      assertThat(
              Sql.texts(
                  owner,
                  """
                  select m.table_name from moves_with_patient() m
                   where not exists (select from pg_trigger t
                                      where t.tgrelid = m.table_name::regclass and t.tgname = 'keep_off_merged_patient')
                  """))
          .isEmpty();
    }
  }

  @Test
  void R2_33_theApplicationMovesNothingItself() throws SQLException {
    SchemaTestDatabase lived = SchemaTestDatabase.fresh();
    try (Connection superuser = lived.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
    }
    ValidCourse course = ValidCourse.in(1).onceMerged().without("patient_merge_undo");
    try (Connection application = lived.asApplication()) {
      course.lived(application);
      for (String attempt :
          List.of(
              "update episode set patient_id = 1091",
              "update consent set patient_id = 1091",
              "update patient set merged_into = null",
              "update patient_merge set reason = 'x'",
              "delete from patient_merge",
              "insert into patient_merge_moved (merge_id, table_name, column_name, row_id)"
                  + " values (1093, 'episode', 'patient_id', 1100)",
              "update patient_merge_row set digest = repeat('1', 64)")) {
        Sql.enterClinic(application, 1);
        assertThat(Sql.refusalOf(() -> Sql.run(application, attempt)).state())
            .as(attempt)
            .isEqualTo("42501");
        application.rollback();
      }
      Sql.enterClinic(application, 1);
      assertThat(
              Sql.refusalOf(
                  () ->
                      Sql.run(application, "update intake set patient_id = 1090 where id = 1110")))
          .isEqualTo(new Sql.Refusal("PG003", "intake_closed_for_good"));
      application.rollback();
      Sql.enterClinic(application, 1);
      assertThat(
              Sql.refusalOf(
                  () ->
                      Sql.run(
                          application,
                          """
                          insert into patient_previous_name
                            (id, patient_id, family_name, given_name, why, ended_at, ended_by)
                          values (1999, 1091, 'x', 'y', 'CHANGED', now(), 1030)""")))
          .isEqualTo(new Sql.Refusal("PG007", "merge_record_over"));
    }
  }
}

package org.pacegate.service.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R2.35 in a clinic that is no demonstration: a plan goes on as from before only when the merge
 * that suspended it is undone, and only as the database itself saw it then.
 */
class UndoneMergeTest {

  private static final String RESUMED =
      "update care_plan set state = 'ACTIVE', state_since = ?::timestamptz";
  private static final Sql.Refusal NOT_NOW = new Sql.Refusal("PG006", "plan_resumed_at_its_time");

  private final ValidCourse course = ValidCourse.in(1).onceMerged();
  private SchemaTestDatabase database;
  private String since;

  @BeforeEach
  void aPlanIsSuspendedByAMerge() throws SQLException {
    database = SchemaTestDatabase.fresh();
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
    }
    try (Connection application = database.asApplication()) {
      ValidCourse.in(1).onceMerged().without("patient_merge_undo").lived(application);
      Sql.enterClinic(application, 1);
      since = Sql.text(application, "select state_since from care_plan");
      Sql.run(
          application,
          "update care_plan set state = 'SUSPENDED', state_since = (select merged_at from patient_merge)");
      application.commit();
    }
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      Sql.run(superuser, "update clinic set demonstration = false");
      superuser.commit();
    }
  }

  private void undo(Connection application) throws SQLException {
    Sql.enterClinic(application, 1);
    course.insert(application, "patient_merge_undo");
  }

  @Test
  void r2_35_the_plan_goes_on_from_before() throws SQLException {
    try (Connection application = database.asApplication()) {
      undo(application);
      Sql.run(application, RESUMED, since);
      application.commit();
      Sql.enterClinic(application, 1);
      assertThat(Sql.texts(application, "select state_since from care_plan where state = 'ACTIVE'"))
          .containsExactly(since);
    }
  }

  @Test
  void r2_35_without_the_undo_it_does_not() throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      Sql.run(application, RESUMED, since);
      assertThat(Sql.refusalOf(application::commit)).isEqualTo(NOT_NOW);
    }
  }

  @Test
  void r2_35_an_undo_of_yesterday_does_not_help() throws SQLException {
    try (Connection application = database.asApplication()) {
      undo(application);
      application.commit();
      Sql.enterClinic(application, 1);
      Sql.run(application, RESUMED, since);
      assertThat(Sql.refusalOf(application::commit)).isEqualTo(NOT_NOW);
    }
  }

  @Test
  void r2_35_nor_does_another_moment() throws SQLException {
    try (Connection application = database.asApplication()) {
      undo(application);
      Sql.run(application, RESUMED, "2026-02-20T10:00:00Z");
      assertThat(
              Sql.refusalOf(
                  () -> Sql.run(application, "set constraints plan_resumed_at_its_time immediate")))
          .isEqualTo(NOT_NOW);
    }
  }

  @Test
  void r2_35_what_was_before_nobody_but_the_merge_says() throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      assertThat(
              Sql.refusalOf(
                  () ->
                      Sql.run(
                          application,
                          """
                          insert into patient_merge_row (merge_id, moment, table_name, row_key, digest, content)
                          values (1093, 'BEFORE', 'care_plan', '1', repeat('0', 64), '{"state": "ACTIVE"}')""")))
          .isEqualTo(new Sql.Refusal("PG003", "patient_merge_row_before"));
    }
  }
}

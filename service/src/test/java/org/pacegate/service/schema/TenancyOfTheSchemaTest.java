package org.pacegate.service.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must be true of every table, also of those that later migrations add. */
class TenancyOfTheSchemaTest {

  /** Only the owner's functions read it: they find the clinic before anybody has entered one. */
  private static final String FOR_SIGN_IN = "sign_in_name";

  /** Tables that belong to no clinic, each with its reason; nothing clinical is among them. */
  private static final Map<String, String> OF_NO_CLINIC =
      Map.of(
          "clinic", "is the clinic: its id is the tenant, and its policy compares that",
          "sign_in_delay", "counts before it is known whose login it is, under hashes",
          "diagnosis_code", "the product's curated list, the same for everybody",
          "code_edition", "from when each edition of that list holds",
          "questionnaire_validation", "which files the validator found valid, by their hashes",
          "flyway_schema_history", "which migrations ran",
          "audit.seal", "one chain over the events of all clinics, digests only",
          "audit.mark", "how far the chain reaches");

  private static final String TABLES_WITHOUT_A_CLINIC =
      """
      select c.oid::regclass::text
        from pg_class c
       where c.relnamespace in ('pacegate'::regnamespace, 'audit'::regnamespace) and c.relkind in ('r', 'p', 'm', 'f')
         and not exists (select from pg_attribute a
                          where a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped)
      """;

  static final String TABLES_OF_A_CLINIC =
      """
      select c.oid::regclass::text
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped
       where c.relnamespace in ('pacegate'::regnamespace, 'audit'::regnamespace) and c.relkind in ('r', 'p')
      """;

  static final String OPEN_TABLES =
      TABLES_OF_A_CLINIC
          + """
           and not (c.relrowsecurity and c.relforcerowsecurity
             and (c.relname = '%s' or exists (
               select from pg_policy p where p.polrelid = c.oid and p.polname = 'clinic_isolation'
                  and pg_get_expr(p.polwithcheck, p.polrelid) like '%%clinic_id%%current_clinic()%%')))
          """
              .formatted(FOR_SIGN_IN);

  private static SchemaTestDatabase database;

  @BeforeAll
  static void migrate() throws SQLException {
    database = SchemaTestDatabase.fresh();
  }

  @Test
  void R13_3_every_table_of_a_clinic_has_forced_row_level_security() throws SQLException {
    try (Connection owner = database.asOwner()) {
      assertThat(Sql.texts(owner, TABLES_OF_A_CLINIC)).hasSizeGreaterThan(20);
      assertThat(Sql.texts(owner, OPEN_TABLES)).isEmpty();
      assertThat(
              Sql.texts(
                  owner,
                  "select relname from pg_class where relname = 'clinic' and relforcerowsecurity"))
          .containsExactly("clinic");
    }
  }

  @Test
  void R13_3_every_table_is_a_clinics_or_is_known_to_be_nobodys() throws SQLException {
    try (Connection owner = database.asOwner()) {
      assertThat(Sql.texts(owner, TABLES_WITHOUT_A_CLINIC))
          .as("give the table a clinic_id, or name it here with its reason")
          .containsExactlyInAnyOrderElementsOf(OF_NO_CLINIC.keySet());
    }
  }

  @Test
  void R13_3_a_new_table_without_a_clinic_is_found() throws SQLException {
    try (Connection owner = database.asOwner()) {
      Sql.run(owner, "create table check_in (id bigint primary key, pain integer)");
      assertThat(Sql.texts(owner, TABLES_WITHOUT_A_CLINIC))
          .contains("check_in")
          .hasSize(OF_NO_CLINIC.size() + 1);
      owner.rollback();
    }
  }

  @Test
  void R13_3_a_new_table_without_a_policy_is_found_and_closed() throws SQLException {
    try (Connection owner = database.asOwner()) {
      Sql.run(
          owner,
          "create table check_in (clinic_id bigint not null, id bigint, primary key (clinic_id,"
              + " id))");
      assertThat(Sql.texts(owner, OPEN_TABLES)).containsExactly("check_in");
      Sql.run(owner, "call isolate_clinics()");
      assertThat(Sql.texts(owner, OPEN_TABLES)).isEmpty();
      owner.rollback();
    }
  }

  @Test
  void R13_4_every_primary_key_and_unique_constraint_carries_the_clinic() throws SQLException {
    try (Connection owner = database.asOwner()) {
      List<String> without =
          Sql.texts(
              owner,
              """
              select k.conrelid::regclass || ' ' || k.conname
                from pg_constraint k
                join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'clinic_id'
               where k.connamespace = 'pacegate'::regnamespace and k.contype in ('p', 'u', 'x')
                 and case k.contype when 'p' then k.conkey[1] <> a.attnum else not a.attnum = any (k.conkey) end
              """);
      assertThat(without).containsExactly("sign_in_name sign_in_name_pkey");
    }
  }

  @Test
  void R13_4_every_foreign_key_carries_the_clinic() throws SQLException {
    try (Connection owner = database.asOwner()) {
      assertThat(
              Sql.texts(
                  owner,
                  """
                  select k.conrelid::regclass || ' to ' || k.confrelid::regclass
                    from pg_constraint k
                    join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'clinic_id'
                   where k.connamespace = 'pacegate'::regnamespace and k.contype = 'f'
                     and not a.attnum = any (k.conkey)
                  """))
          .as("the product's own codes belong to no clinic")
          .containsExactly("diagnosis to diagnosis_code");
    }
  }

  @Test
  void R13_5_the_application_owns_nothing_and_bypasses_nothing() throws SQLException {
    try (Connection owner = database.asOwner()) {
      assertThat(
              Sql.texts(
                  owner,
                  """
                  select rolname from pg_roles
                   where rolname in ('pacegate_app', 'pacegate_sealer')
                     and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                  """))
          .isEmpty();
      assertThat(
              Sql.texts(
                  owner,
                  "select relname from pg_class where relowner in"
                      + " ('pacegate_app'::regrole, 'pacegate_sealer'::regrole)"))
          .isEmpty();
      assertThat(
              Sql.texts(
                  owner,
                  """
                  select table_name || ' ' || privilege_type from information_schema.table_privileges
                   where grantee = 'pacegate_app' and privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')
                  """))
          .isEmpty();
    }
  }

  @Test
  void R13_5_the_application_deletes_only_what_is_no_record() throws SQLException {
    try (Connection owner = database.asOwner()) {
      assertThat(
              Sql.texts(
                  owner,
                  """
                  select table_name from information_schema.table_privileges
                   where grantee = 'pacegate_app' and privilege_type = 'DELETE' order by 1
                  """))
          .containsExactly("account_role", "form_draft", "intake_entry", "sign_in_delay");
    }
  }

  @Test
  void R13_5_functions_that_run_as_the_owner_look_for_temporary_tables_last() throws SQLException {
    try (Connection owner = database.asOwner()) {
      assertThat(
              Sql.texts(
                  owner,
                  """
                  select oid::regprocedure::text from pg_proc
                   where pronamespace in ('pacegate'::regnamespace, 'audit'::regnamespace) and prosecdef
                     and coalesce(array_to_string(proconfig, ','), '') not like '%search_path=%pg_temp'
                  """))
          .isEmpty();
    }
  }

  @Test
  void R13_5_a_function_is_closed_until_it_is_granted() throws SQLException {
    try (Connection owner = database.asOwner()) {
      Sql.run(owner, "create function leak() returns bigint language sql as 'select 1::bigint'");
      assertThat(
              Sql.texts(
                  owner,
                  """
                  select oid::regprocedure::text from pg_proc
                   where pronamespace in ('pacegate'::regnamespace, 'audit'::regnamespace)
                     and has_function_privilege('pacegate_app', oid, 'execute') order by 1
                  """))
          .containsExactly(
              "audit.events_of_clinic(bigint,bigint,integer)",
              "audit.patients_shown(text)",
              "clinic_of_link(text)",
              "clinics_with_danger_due(timestamp with time zone)",
              "clinics_with_diagnosis_limit_passed(timestamp with time zone)",
              "clinics_with_message_due(timestamp with time zone)",
              "clinics_with_referral_due(timestamp with time zone)",
              "code_names(text)",
              "code_words(text)",
              "codes_forbidding_impact()",
              "codes_on(date)",
              "current_clinic()",
              "current_practitioner()",
              "digest_of(jsonb)",
              "enter_clinic(text)",
              "enter_clinic_as_nobody(text)",
              "enter_door(text,timestamp with time zone)",
              "enter_kiosk(text,timestamp with time zone)",
              "forget_drafts(timestamp with time zone)",
              "holds_demonstration()",
              "is_doubted(diagnosis)",
              "is_time_zone(text)",
              "last_day(licence)",
              "moves_with_patient()",
              "name_sound(text)",
              "no_clinic_yet()",
              "other_administrator(bigint)",
              "own_edition_on(date)",
              "password_hash_of(text)",
              "patient_rows(bigint)",
              "plain_code(text)",
              "plan_would_stand(jsonb)",
              "policy_lines(bigint)",
              "searchable(text)",
              "third_administrator(bigint,bigint)");
      owner.rollback();
    }
  }
}

package org.pacegate.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.pacegate.launcher.PacegateServer;

/**
 * The cast of the matrix: in one demonstration clinic a person for each role who has no other, with
 * the demonstration's password, and the ids of records of that clinic and of the other one.
 */
final class People {

  static final List<String> ROLES =
      List.of("STAFF", "THERAPIST", "PHYSICIAN", "EDITOR", "REVIEWER", "ADMIN");

  private static final Map<String, String> RECORDS =
      Map.ofEntries(
          Map.entry(
              "thresholdId",
              "select id from threshold_version where clinic_id = ? order by id limit 1"),
          Map.entry(
              "policyId",
              "select id from diagnosis_policy where clinic_id = ? order by id limit 1"),
          Map.entry(
              "proofId", "select id from licence_proof where clinic_id = ? order by id limit 1"),
          Map.entry(
              "patientId", "select patient_id from episode where id = (" + course("e.id") + ")"),
          Map.entry(
              "otherPatientId",
              "select max(patient_id) from episode where clinic_id = ? and state = 'AWAITING_DIAGNOSIS'"),
          Map.entry("episodeId", course("e.id")),
          Map.entry("screeningId", course("s.id")),
          Map.entry("diagnosisId", course("d.id")),
          Map.entry("revisesId", course("d.id")),
          Map.entry(
              "reviewId",
              "select id from diagnosis_review where clinic_id = ? order by id limit 1"),
          Map.entry(
              "intakeId", "select id from intake where clinic_id = ? and state = 'DRAFT' limit 1"),
          Map.entry(
              "accountId", "select id from account where clinic_id = ? order by id desc limit 1"),
          Map.entry(
              "linkId", "select id from intake_link where clinic_id = ? order by id desc limit 1"),
          Map.entry("kioskId", "select id from kiosk where clinic_id = ? order by id limit 1"),
          Map.entry("licenceId", "select id from licence where clinic_id = ? limit 1"),
          Map.entry("practitionerId", "select id from practitioner where clinic_id = ? limit 1"),
          Map.entry(
              "recipientId", "select id from recipient where clinic_id = ? order by id limit 1"),
          Map.entry(
              "referralId", "select id from referral where clinic_id = ? order by id limit 1"),
          Map.entry("questionnaireId", "select id from questionnaire where clinic_id = ? limit 1"),
          Map.entry("editionId", "select id from own_edition where clinic_id = ? limit 1"));

  private static final String NAMES =
      """
      with person as (select clinic_id, upper(family_name) || ', ' || given_name as name
        from pacegate.patient union all
        select clinic_id, upper(family_name) || ', ' || given_name from pacegate.practitioner)
      select name from person where clinic_id = ? and name not in
        (select name from person where clinic_id = ?) and name !~ '[''"&<>]'""";

  private final long own;
  private final long foreign;
  private final Map<String, String> logins = new HashMap<>();

  private People(long own, long foreign) {
    this.own = own;
    this.foreign = foreign;
  }

  /** Employs the cast, once for a test class. */
  static People employ() throws SQLException {
    try (Connection database = PacegateServer.get().superuser()) {
      People people = new People(clinic(database, 0), clinic(database, 1));
      people.draftThresholds(database, people.own);
      people.draftThresholds(database, people.foreign);
      draftPolicy(database, people.own);
      draftPolicy(database, people.foreign);
      people.giveLinkOut(database, people.own);
      people.giveLinkOut(database, people.foreign);
      people.beginKiosk(database, people.own);
      people.beginKiosk(database, people.foreign);
      load(database, people.own);
      load(database, people.foreign);
      for (String role : ROLES) {
        people.logins.put(role, people.employ(database, role));
      }
      return people;
    }
  }

  private static long clinic(Connection database, int which) throws SQLException {
    return number(
        database,
        "select id from pacegate.clinic where demonstration order by id offset ? limit 1",
        which);
  }

  /** The demonstration has none. */
  private void draftThresholds(Connection database, long clinic) throws SQLException {
    run(
        database,
        "insert into pacegate.threshold_version (clinic_id, id, rule_set, rule_set_version, number, moved, reason,"
            + " drafted_at, drafted_on, drafted_by, submission_key) select p.clinic_id,"
            + " nextval('pacegate.record_seq'), 'thigh', 1, 1 + coalesce(max(v.number), 0), 'hamstring.seen-within=3', 'agreed', now(),"
            + " current_date, min(p.id), gen_random_uuid()::text from pacegate.practitioner p left join"
            + " pacegate.threshold_version v on v.clinic_id = p.clinic_id and v.rule_set = 'thigh'"
            + " where p.clinic_id = ? group by p.clinic_id",
        clinic);
  }

  /** A draft of a policy and a document behind a licence: the demonstration has neither. */
  private static void draftPolicy(Connection database, long clinic) throws SQLException {
    run(
        database,
        "insert into pacegate.diagnosis_policy (clinic_id, id, jurisdiction, number, who,"
            + " prior_diagnosis, never_codes, provisional_days, reason, drafted_at, drafted_by,"
            + " submission_key) select p.clinic_id, nextval('pacegate.record_seq'), 'GB',"
            + " 1 + (select count(*) from pacegate.diagnosis_policy v where v.clinic_id = p.clinic_id),"
            + " 'PHYSICIAN_ONLY', false, '', 7, 'agreed', now(), min(p.id), gen_random_uuid()::text"
            + " from pacegate.practitioner p where p.clinic_id = ? group by p.clinic_id",
        clinic);
    run(
        database,
        "insert into pacegate.licence_proof (clinic_id, id, licence_id, media_type, content,"
            + " file_hash, added_at, added_by, submission_key) select clinic_id,"
            + " nextval('pacegate.record_seq'), id, 'application/pdf', '%PDF-'::bytea,"
            + " repeat('0', 64), now(), practitioner_id, gen_random_uuid()::text"
            + " from pacegate.licence where clinic_id = ? order by id limit 1",
        clinic);
  }

  /** The demonstration has none. */
  private void giveLinkOut(Connection database, long clinic) throws SQLException {
    run(
        database,
        "insert into pacegate.intake_link (clinic_id, id, purpose, intake_id, token_hash, code_hash, language,"
            + " created_at, created_by, expires_at, submission_key) select i.clinic_id,"
            + " nextval('pacegate.record_seq'), 'INTAKE', i.id, encode(sha256(convert_to('token' || i.id, 'UTF8')), 'hex'),"
            + " encode(sha256(convert_to('code' || i.id, 'UTF8')), 'hex'), 'en', now(), i.started_by,"
            + " now() + interval '14 days', gen_random_uuid()::text from pacegate.intake i where i.clinic_id = ?"
            + " and i.state = 'DRAFT' and not exists (select from pacegate.intake_link l"
            + " where l.clinic_id = i.clinic_id) order by i.id limit 1",
        clinic);
  }

  /** The demonstration has none. */
  private void beginKiosk(Connection database, long clinic) throws SQLException {
    run(
        database,
        "insert into pacegate.kiosk (clinic_id, id, name, key_hash, pin_hash, begun_at, begun_by, ends_at,"
            + " submission_key) select clinic_id, nextval('pacegate.record_seq'), 'Tablet',"
            + " encode(sha256(gen_random_uuid()::text::bytea), 'hex'), 'x', now(), min(id),"
            + " now() + interval '12 hours', gen_random_uuid()::text from pacegate.practitioner"
            + " where clinic_id = ? group by clinic_id",
        clinic);
  }

  /** A questionnaire, an edition and a review, which the demonstration has not. */
  private static void load(Connection database, long clinic) throws SQLException {
    run(
        database,
        "insert into pacegate.questionnaire (clinic_id, id, form, form_version, title, questions,"
            + " content, file_hash, licence_statement, state, loaded_at, loaded_by)"
            + " select ?, nextval('pacegate.record_seq'), 'own', '1', 'Own', 1, '{}', repeat('0', 64),"
            + " 'Our own words', 'DRAFT', now(), min(p.id) from pacegate.practitioner p"
            + " where p.clinic_id = ? on conflict do nothing",
        clinic,
        clinic);
    run(
        database,
        "insert into pacegate.own_edition (clinic_id, id, system, edition, codes, file_hash, state,"
            + " loaded_at, loaded_by) select ?, nextval('pacegate.record_seq'), 'own', '1', 1,"
            + " repeat('0', 64), 'DRAFT', now(), min(p.id) from pacegate.practitioner p"
            + " where p.clinic_id = ? on conflict do nothing",
        clinic,
        clinic);
    run(
        database,
        "insert into pacegate.diagnosis_review (clinic_id, id, diagnosis_id, kind, reason, owner_id,"
            + " due_on, asked_at, asked_by, submission_key) select d.clinic_id,"
            + " nextval('pacegate.record_seq'), d.id, 'REVIEW', 'Worse', d.recorded_by,"
            + " current_date + 1, now(), d.recorded_by, gen_random_uuid()::text"
            + " from pacegate.diagnosis d where d.clinic_id = ? and d.clinical_status = 'ACTIVE'"
            + " order by d.id limit 1 on conflict do nothing",
        clinic);
  }

  private String employ(Connection database, String role) throws SQLException {
    String login = "only-" + role.toLowerCase(Locale.ROOT) + "-" + System.nanoTime();
    long id = number(database, "select nextval('pacegate.record_seq') + ?", 0);
    run(
        database,
        "insert into pacegate.practitioner (clinic_id, id, family_name, given_name) values (?, ?, 'Only', ?)",
        own,
        id,
        role);
    run(
        database,
        "insert into pacegate.account (clinic_id, id, practitioner_id, login, password_hash,"
            + " must_change_password, language) select ?, ?, ?, ?, a.password_hash, false, 'en' from pacegate.account a"
            + " join pacegate.clinic c on c.id = a.clinic_id where c.demonstration limit 1",
        own,
        id - 1,
        id,
        login);
    run(
        database,
        "insert into pacegate.account_role (clinic_id, account_id, role) values (?, ?, ?)",
        own,
        id - 1,
        role);
    return login;
  }

  /** The login of the person who has this role and no other. */
  String login(String role) {
    return logins.get(role);
  }

  /** A fingerprint of everything in each table of the clinics, whatever their names. */
  Map<String, String> records() throws SQLException {
    Map<String, String> fingerprints = new TreeMap<>();
    try (Connection database = PacegateServer.get().superuser()) {
      for (String table : clinicalTables(database)) {
        String all =
            "select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from pacegate."
                + table
                + " t";
        try (PreparedStatement query = database.prepareStatement(all);
            ResultSet row = query.executeQuery()) {
          row.next();
          fingerprints.put(table, row.getString(1));
        }
      }
    }
    return fingerprints;
  }

  private static List<String> clinicalTables(Connection database) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (PreparedStatement query =
            database.prepareStatement(
                "select table_name from information_schema.columns join information_schema.tables"
                    + " using (table_schema, table_name) where table_schema = 'pacegate'"
                    + " and column_name = 'clinic_id' and table_type = 'BASE TABLE'");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  /** The id of some record, by the name a command has for it. */
  long own(String record) throws SQLException {
    return record(record, own);
  }

  long foreign(String record) throws SQLException {
    return record(record, foreign);
  }

  /** How pages write the people of the other clinic, as far as nobody here has the same name. */
  List<String> foreignNames() throws SQLException {
    try (Connection database = PacegateServer.get().superuser();
        PreparedStatement query = database.prepareStatement(NAMES)) {
      query.setLong(1, foreign);
      query.setLong(2, own);
      try (ResultSet row = query.executeQuery()) {
        List<String> names = new ArrayList<>();
        while (row.next()) {
          names.add(row.getString(1));
        }
        return names;
      }
    }
  }

  private static long record(String record, long clinic) throws SQLException {
    try (Connection database = PacegateServer.get().superuser()) {
      database.setSchema("pacegate");
      return number(database, RECORDS.get(record), clinic);
    }
  }

  private static String course(String column) {
    return "select "
        + column
        + " from episode e"
        + " join screening s on s.clinic_id = e.clinic_id and s.episode_id = e.id"
        + " join diagnosis d on d.clinic_id = e.clinic_id and d.episode_id = e.id"
        + " and d.clinical_status = 'ACTIVE'"
        + " where e.clinic_id = ? and e.state = 'DIAGNOSED' order by e.id, s.id limit 1";
  }

  private static long number(Connection database, String query, long parameter)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(query)) {
      statement.setLong(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("the demonstration has no " + query);
        }
        return row.getLong(1);
      }
    }
  }

  private static void run(Connection database, String command, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(command)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}

package org.pacegate.service.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pacegate.domain.shared.Sha256;

/**
 * A runner's valid way from the desk to an active plan, as rows of one clinic; a test changes what
 * it is about. Ids are the clinic's number times 1000 plus a constant, so that clinics never meet.
 *
 * <p>It tells history, which only a demonstration may write: {@link #today} tells the same of a
 * clinic that works.
 */
public final class ValidCourse {

  static final String PLAN = "care_plan";
  static final String LOAD = "plan_block";
  static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

  private static final String SCREENED = "2026-02-01T10:00:00Z";

  /** Ninety days after the sending. */
  private static final String EXPIRES = "2026-05-02T10:00:00Z";

  private static final String DIAGNOSED = "2026-02-02T10:00:00Z";

  /** A day before it is signed. */
  private static final String POLICY_DRAFTED = "2026-01-20T09:00:00Z";

  private static final String PLANNED = "2026-02-03T10:00:00Z";

  private static final byte[] PDF = {'%', 'P', 'D', 'F'};

  private static final String CLEARED = "2026-02-01T11:00:00Z";

  private static final Map<String, String> SIGNERS =
      Map.ofEntries(
          Map.entry("diagnosis", "recorded_by"),
          Map.entry("flag_decision", "decided_by"),
          Map.entry("threshold_signature", "signed_by"),
          Map.entry("diagnosis_policy", "drafted_by"),
          Map.entry("diagnosis_policy_signature", "signed_by"),
          Map.entry("licence_proof", "added_by"),
          Map.entry("referral_transition", "by"),
          Map.entry("referral_delivery", "by"),
          Map.entry("own_edition", "loaded_by"),
          Map.entry("diagnosis_review", "asked_by"),
          Map.entry("referral_letter", "sent_by"));

  private final Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
  private final long clinic;

  private ValidCourse(long clinic) {
    this.clinic = clinic;
  }

  public static ValidCourse in(long clinic) {
    return new ValidCourse(clinic).people().atTheDesk().professionally();
  }

  /** The same in a clinic that is no demonstration: everything happens within these seconds. */
  static ValidCourse today(long clinic) {
    return in(clinic).with("clinic", "demonstration", false).movedToToday();
  }

  private ValidCourse movedToToday() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    String today = LocalDate.ofInstant(now, ZONE).toString();
    Map<Object, Object> moved =
        Map.ofEntries(
            Map.entry(SCREENED, now.minusSeconds(4).toString()),
            Map.entry(EXPIRES, now.minusSeconds(4).plus(Duration.ofDays(90)).toString()),
            Map.entry(CLEARED, now.minusSeconds(3).toString()),
            Map.entry(DIAGNOSED, now.minusSeconds(2).toString()),
            Map.entry(PLANNED, now.minusSeconds(1).toString()),
            Map.entry("2026-02-01", today),
            Map.entry("2026-02-02", today),
            Map.entry("2026-02-03", today),
            Map.entry("2026-02-15", LocalDate.ofInstant(now, ZONE).plusDays(14).toString()),
            Map.entry("2018-02-01T10:00:00Z", now.toString()),
            Map.entry("2026-12-31", LocalDate.ofInstant(now, ZONE).plusYears(1).toString()),
            Map.entry(POLICY_DRAFTED, now.minusSeconds(5).toString()),
            Map.entry("2026-01-22", LocalDate.ofInstant(now, ZONE).plusDays(1).toString()),
            Map.entry("2026-01-21T10:00:00Z", now.toString()),
            Map.entry("2026-01-21", today));
    rows.values().forEach(row -> row.replaceAll((name, value) -> moved(moved, value)));
    return this;
  }

  private static Object moved(Map<Object, Object> moved, Object value) {
    return value == null ? null : moved.getOrDefault(value, value);
  }

  public long clinic() {
    return clinic;
  }

  /** Id of the clinic's n-th thing: 10 physician, 20 therapist, 30 staff, 100 the episode, … */
  public long id(int n) {
    return clinic * 1000 + n;
  }

  public ValidCourse with(String row, String column, Object value) {
    rows.get(row).put(column, value);
    return this;
  }

  public ValidCourse without(String row) {
    rows.remove(row);
    return this;
  }

  /** Adds a row like another one, with other values; a row is named after its table, then #. */
  ValidCourse and(String row, String like, Object... columnsAndValues) {
    Map<String, Object> columns = new LinkedHashMap<>(rows.get(like));
    columns.putAll(row(columnsAndValues));
    Map<String, Map<String, Object>> after = new LinkedHashMap<>();
    rows.forEach(
        (name, values) -> {
          after.put(name, values);
          if (name.equals(like)) {
            after.put(row, columns);
          }
        });
    rows.clear();
    rows.putAll(after);
    return this;
  }

  /** Everything up to the plan, planted past every trigger, as it may lie in a database. */
  public void plantedUpToThePlan(Connection superuser) throws SQLException {
    insert(superuser, rows.keySet().stream().filter(row -> !isPlan(row)).toList());
    superuser.commit();
  }

  /** Everything with the plan, planted past every trigger. */
  void planted(Connection superuser) throws SQLException {
    insert(superuser, List.copyOf(rows.keySet()));
    superuser.commit();
  }

  /** Starts the plan as the application does. */
  public void startPlan(Connection application) throws SQLException {
    Sql.enterClinic(application, clinic);
    insert(application, rows.keySet().stream().filter(ValidCourse::isPlan).toList());
    application.commit();
  }

  /** Writes everything as the application does. */
  public void lived(Connection application) throws SQLException {
    Sql.enterClinic(application, clinic);
    insert(application, List.copyOf(rows.keySet()));
    application.commit();
  }

  /** Writes everything as the application does, one row before all others: the keys allow it. */
  void livedStartingWith(String first, Connection application) throws SQLException {
    Sql.enterClinic(application, clinic);
    insert(application, first);
    insert(application, rows.keySet().stream().filter(row -> !row.equals(first)).toList());
    application.commit();
  }

  ValidCourse withoutPlan() {
    return without(PLAN).without(LOAD).without("plan_transition");
  }

  /** Inserts one row into the open transaction. */
  public void insert(Connection connection, String row) throws SQLException {
    insert(connection, List.of(row));
  }

  /** Inserts one row as somebody else than who signs it. */
  void insertAsStaff(Connection connection, String row) throws SQLException {
    act(connection, id(30));
    write(connection, row);
  }

  private void insert(Connection connection, List<String> names) throws SQLException {
    for (String name : names) {
      String signer = SIGNERS.getOrDefault(name.replaceFirst("#.*", ""), "");
      act(connection, rows.get(name).getOrDefault(signer, id(30)));
      write(connection, name);
    }
    act(connection, id(30));
  }

  private void write(Connection connection, String name) throws SQLException {
    Map<String, Object> columns = rows.get(name);
    String table = name.replaceFirst("#.*", "");
    Sql.run(
        connection,
        "insert into %s (%s) values (%s)"
            .formatted(
                table,
                String.join(", ", columns.keySet()),
                String.join(", ", Collections.nCopies(columns.size(), "?"))),
        columns.values().toArray());
  }

  /** Whoever signs is who acts. */
  private static void act(Connection connection, Object practitioner) throws SQLException {
    Sql.run(connection, "select set_config('pacegate.practitioner', ?, true)", "" + practitioner);
  }

  private static boolean isPlan(String row) {
    return row.startsWith(PLAN) || row.startsWith(LOAD) || row.startsWith("plan_transition");
  }

  /** As before every step of a referral was kept. */
  ValidCourse withoutReferralSteps() {
    rows.keySet().removeIf(name -> name.matches("referral[_#].*|(preferred_)?recipient"));
    return this;
  }

  /** As before consents were signed. */
  ValidCourse unsigned() {
    rows.get("consent")
        .keySet()
        .removeAll(List.of("signature_kind", "signer_name", "signer_relation", "door"));
    return this;
  }

  /** What was kept of the intake, with a correction. */
  ValidCourse kept() {
    rows.put(
        "intake_response",
        row(
            "id",
            id(113),
            "intake_id",
            id(110),
            "episode_id",
            id(100),
            "language",
            "es",
            "door",
            "DESK",
            "rule_set",
            "low-back-pain",
            "rule_set_version",
            1,
            "content",
            "{}",
            "content_hash",
            Sha256.of("{}"),
            "pdf",
            PDF.clone(),
            "pdf_hash",
            Sha256.of(PDF),
            "kept_at",
            SCREENED,
            "kept_by",
            id(30)));
    rows.put(
        "intake_amendment",
        row(
            "id",
            id(114),
            "intake_id",
            id(110),
            "field",
            "answer.CES-1",
            "number",
            1,
            "old_value",
            "NO",
            "new_value",
            "YES",
            "reason",
            "misheard",
            "submission_key",
            "k",
            "amended_at",
            CLEARED,
            "amended_by",
            id(30)));
    rows.put(
        "intake_confirmation",
        row(
            "id",
            id(115),
            "intake_id",
            id(110),
            "field",
            "answer.CES-1",
            "number",
            1,
            "value",
            "YES",
            "confirmed_at",
            CLEARED,
            "confirmed_by",
            id(30)));
    return this;
  }

  /** Another record of somebody, with a name given up, that was merged and taken apart again. */
  ValidCourse onceMerged() {
    Map<String, Object> other = new LinkedHashMap<>(rows.get("patient"));
    other.putAll(row("id", id(91), "record_number", "S" + clinic));
    rows.put("patient#other", other);
    rows.put(
        "patient_previous_name",
        row(
            "id",
            id(92),
            "patient_id",
            id(91),
            "family_name",
            "Sprinter",
            "given_name",
            "Ana",
            "why",
            "CHANGED",
            "ended_at",
            SCREENED,
            "ended_by",
            id(30)));
    rows.put(
        "patient_previous_contact",
        row(
            "id",
            id(29),
            "patient_id",
            id(90),
            "phone",
            "+34 600 000 000",
            "ended_at",
            SCREENED,
            "ended_by",
            id(30)));
    rows.put(
        "patient_merge",
        row(
            "id",
            id(93),
            "survivor_id",
            id(90),
            "merged_id",
            id(91),
            "choices",
            "NAME=SURVIVOR",
            "reason",
            "same papers",
            "merged_at",
            PLANNED,
            "merged_by",
            id(30),
            "submission_key",
            "k"));
    rows.put(
        "patient_merge_row",
        row(
            "merge_id",
            id(93),
            "moment",
            "AFTER",
            "table_name",
            "patient",
            "row_key",
            "" + id(90),
            "digest",
            "0".repeat(64)));
    rows.put(
        "patient_merge_undo",
        row(
            "id",
            id(94),
            "merge_id",
            id(93),
            "reason",
            "twins",
            "undone_at",
            PLANNED,
            "undone_by",
            id(30)));
    return this;
  }

  /** The curated codes, which belong to the product. */
  static void loadCodes(Connection superuser) throws SQLException {
    boolean byEdition =
        !Sql.texts(superuser, "select 1 where to_regclass('code_edition') is not null").isEmpty();
    if (byEdition) {
      Sql.run(
          superuser,
          """
          insert into code_edition (system, edition, valid_from) values ('ICD-10-CM', 'FY2022', '2021-10-01')
          on conflict do nothing""");
    }
    for (var code : Map.of("M54.50", false, "M84.359A", true).entrySet()) {
      Sql.run(
          superuser,
          """
          insert into diagnosis_code (system, code, edition, label_en, label_es, bone_stress%s)
          values ('ICD-10-CM', ?, 'FY2022', 'label', 'nombre', ?%s) on conflict do nothing"""
              .formatted(byEdition ? "" : ", valid_from", byEdition ? "" : ", '2021-10-01'"),
          code.getKey(),
          code.getValue());
    }
    superuser.commit();
  }

  private ValidCourse people() {
    rows.put(
        "clinic",
        row(
            "id",
            clinic,
            "name",
            "Clinic " + clinic,
            "time_zone",
            ZONE.getId(),
            "jurisdiction",
            "ES",
            "language",
            "en",
            "demonstration",
            true,
            "opened_at",
            "2025-01-01T00:00:00Z"));
    rows.put(
        "setting",
        row(
            "id",
            id(1),
            "name",
            "diagnosis.policy",
            "value",
            "PHYSICIAN_ONLY",
            "changed_at",
            "2025-01-01T00:00:00Z"));
    person("physician", 10, "PHYSICIAN");
    person("therapist", 20, "THERAPIST");
    person("staff", 30, "STAFF");
    person("administrator", 150, "ADMIN");
    licence("physician", 10, "PHYSICIAN");
    licence("therapist", 20, "PHYSIOTHERAPIST");
    rows.put(
        "licence#former",
        row(
            "id",
            id(23),
            "practitioner_id",
            id(20),
            "profession",
            "PHYSIOTHERAPIST",
            "number",
            "N21",
            "authority",
            "Board",
            "valid_from",
            "2015-01-01",
            "valid_to",
            "2019-12-31",
            "lapsed_on",
            "2018-01-01"));
    rows.put(
        "licence_lapse",
        row(
            "id",
            id(24),
            "licence_id",
            id(23),
            "lapsed_on",
            "2018-01-01",
            "reason",
            "fee not paid",
            "found_at",
            "2018-02-01T10:00:00Z",
            "found_by",
            id(30)));
    thresholds();
    questionnaire();
    policy();
    edition();
    rows.put(
        "form_draft",
        row(
            "practitioner_id",
            id(30),
            "form",
            "intake",
            "subject_id",
            0,
            "content",
            "{}",
            "saved_at",
            SCREENED));
    return this;
  }

  private void thresholds() {
    rows.put(
        "threshold_version",
        row(
            "id",
            id(26),
            "rule_set",
            "knee",
            "rule_set_version",
            1,
            "number",
            1,
            "moved",
            "reds.signs=3",
            "reason",
            "agreed",
            "drafted_at",
            "2026-01-20T10:00:00Z",
            "drafted_on",
            "2026-01-20",
            "drafted_by",
            id(30),
            "submission_key",
            "key-" + clinic));
    rows.put(
        "threshold_signature",
        row(
            "id",
            id(27),
            "threshold_version_id",
            id(26),
            "rule_set",
            "knee",
            "rule_set_version",
            1,
            "place",
            1,
            "signed_at",
            "2026-01-21T10:00:00Z",
            "signed_on",
            "2026-01-21",
            "signed_by",
            id(10),
            "licence_id",
            id(12),
            "effective_from",
            "2026-01-21"));
  }

  /** A policy of who may diagnose, for a place where nobody here is licensed. */
  private void policy() {
    rows.put(
        "diagnosis_policy",
        row(
            "id",
            id(28),
            "jurisdiction",
            "GB",
            "number",
            1,
            "who",
            "PHYSICIAN_ONLY",
            "prior_diagnosis",
            false,
            "never_codes",
            "",
            "provisional_days",
            14,
            "reason",
            "agreed",
            "drafted_at",
            POLICY_DRAFTED,
            "drafted_by",
            id(150),
            "submission_key",
            "key-" + clinic));
    rows.put(
        "diagnosis_policy_signature",
        row(
            "id",
            id(29),
            "policy_id",
            id(28),
            "jurisdiction",
            "GB",
            "place",
            1,
            "signed_at",
            "2026-01-21T10:00:00Z",
            "signed_on",
            "2026-01-21",
            "signed_by",
            id(10),
            "licence_id",
            id(12),
            "effective_from",
            "2026-01-22"));
    rows.put(
        "licence_proof",
        row(
            "id",
            id(29),
            "licence_id",
            id(12),
            "media_type",
            "application/pdf",
            "content",
            new byte[] {'%', 'P', 'D', 'F'},
            "file_hash",
            "0".repeat(64),
            "added_at",
            POLICY_DRAFTED,
            "added_by",
            id(30),
            "submission_key",
            "key-" + clinic));
  }

  private void edition() {
    rows.put(
        "own_edition",
        row(
            "id",
            id(27),
            "system",
            "CIE-10-ES",
            "edition",
            "2026",
            "codes",
            1,
            "file_hash",
            "0".repeat(64),
            "state",
            "DRAFT",
            "loaded_at",
            SCREENED,
            "loaded_by",
            id(150)));
    rows.put(
        "own_code",
        row(
            "edition_id",
            id(27),
            "code",
            "M54.5",
            "title",
            "Lumbago",
            "billable",
            true,
            "bone_stress",
            false));
  }

  private void questionnaire() {
    rows.put(
        "questionnaire",
        row(
            "id",
            id(28),
            "form",
            "knee-check",
            "form_version",
            "1",
            "title",
            "Knee check",
            "questions",
            1,
            "content",
            "{}",
            "file_hash",
            "0".repeat(64),
            "licence_statement",
            "Our own words",
            "state",
            "ACTIVE",
            "loaded_at",
            "2026-01-20T10:00:00Z",
            "loaded_by",
            id(30),
            "activated_at",
            "2026-01-20T10:00:00Z",
            "activated_by",
            id(30)));
    rows.put(
        "questionnaire_audience",
        row(
            "id",
            id(29),
            "questionnaire_id",
            id(28),
            "number",
            1,
            "regions",
            "KNEE SHIN",
            "at_rescreen",
            false,
            "said_at",
            "2026-01-20T10:00:00Z",
            "said_by",
            id(30)));
  }

  private void person(String who, int n, String role) {
    rows.put("practitioner#" + who, row("id", id(n), "family_name", who, "given_name", "Someone"));
    rows.put(
        "account#" + who,
        row(
            "id",
            id(n + 1),
            "practitioner_id",
            id(n),
            "login",
            who + clinic,
            "password_hash",
            "x",
            "must_change_password",
            false,
            "language",
            "en"));
    rows.put("account_role#" + who, row("account_id", id(n + 1), "role", role));
  }

  private void licence(String who, int n, String profession) {
    rows.put(
        "licence#" + who,
        row(
            "id",
            id(n + 2),
            "practitioner_id",
            id(n),
            "profession",
            profession,
            "number",
            "N" + n,
            "authority",
            "Board",
            "valid_from",
            "2020-01-01",
            "valid_to",
            "2026-12-31"));
  }

  private ValidCourse atTheDesk() {
    rows.put(
        "patient",
        row(
            "id",
            id(90),
            "record_number",
            "R" + clinic,
            "family_name",
            "Runner",
            "given_name",
            "Ana",
            "birth_date",
            "1988-03-02",
            "sex",
            "FEMALE",
            "phone",
            "600 000 000",
            "language",
            "es",
            "registered_at",
            SCREENED,
            "registered_by",
            id(30)));
    rows.put(
        "patient_identification",
        row(
            "id",
            id(91),
            "patient_id",
            id(90),
            "record_number",
            "R" + clinic,
            "former_family_name",
            "?",
            "former_given_name",
            "Ana",
            "former_sex",
            "UNKNOWN",
            "former_language",
            "es",
            "family_name",
            "Runner",
            "given_name",
            "Ana",
            "birth_date",
            "1988-03-02",
            "sex",
            "FEMALE",
            "language",
            "es",
            "told_at",
            SCREENED,
            "told_to",
            id(30)));
    rows.put(
        "episode",
        row(
            "id",
            id(100),
            "patient_id",
            id(90),
            "state",
            "PLAN_ACTIVE",
            "state_since",
            PLANNED,
            "body_site",
            "LOW_BACK",
            "side",
            "MIDLINE",
            "complaint",
            "hurts",
            "onset_date",
            "2026-01-10",
            "onset_kind",
            "GRADUAL",
            "opened_at",
            SCREENED,
            "opened_by",
            id(30)));
    rows.put(
        "episode_transition",
        row(
            "id",
            id(101),
            "episode_id",
            id(100),
            "to_state",
            "INTAKE",
            "reason",
            "episode.opened",
            "at",
            SCREENED,
            "by",
            id(30)));
    rows.put(
        "intake",
        row(
            "id",
            id(110),
            "state",
            "SUBMITTED",
            "step",
            "CONSENT",
            "patient_id",
            id(90),
            "episode_id",
            id(100),
            "rule_set",
            "low-back-pain",
            "rule_set_version",
            1,
            "started_at",
            SCREENED,
            "started_by",
            id(30),
            "saved_at",
            SCREENED,
            "submitted_at",
            SCREENED,
            "submitted_by",
            id(30)));
    rows.put(
        "intake#danger",
        row(
            "id",
            id(113),
            "state",
            "DRAFT",
            "step",
            "SCREENING",
            "rule_set",
            "low-back-pain",
            "rule_set_version",
            1,
            "started_at",
            SCREENED,
            "started_by",
            id(30),
            "saved_at",
            SCREENED,
            "urgency",
            "U0_EMERGENCY_NOW",
            "danger_since",
            SCREENED,
            "act_by",
            "2026-02-01T10:15:00Z"));
    rows.put(
        "danger_escalation",
        row(
            "id",
            id(114),
            "intake_id",
            id(113),
            "step",
            "NOT_TAKEN_OVER",
            "from_role",
            "STAFF",
            "to_role",
            "PHYSICIAN",
            "due_at",
            "2026-02-01T10:15:00Z",
            "next_due_at",
            "2026-02-01T10:30:00Z",
            "escalated_at",
            "2026-02-01T10:15:03Z"));
    rows.put(
        "intake_entry",
        row(
            "intake_id",
            id(110),
            "field",
            "CES-1",
            "value",
            "NO",
            "entered_at",
            SCREENED,
            "entered_by",
            id(30)));
    rows.put(
        "intake_entry_history",
        row(
            "id",
            id(115),
            "intake_id",
            id(110),
            "field",
            "CES-1",
            "value",
            "NO",
            "door",
            "LINK",
            "entered_at",
            SCREENED));
    link();
    rows.put(
        "running_profile",
        row(
            "id",
            id(111),
            "episode_id",
            id(100),
            "intake_id",
            id(110),
            "km_per_week",
            "40",
            "recorded_at",
            SCREENED,
            "recorded_by",
            id(30)));
    rows.put(
        "consent",
        row(
            "id",
            id(112),
            "patient_id",
            id(90),
            "intake_id",
            id(110),
            "text_version",
            "1",
            "language",
            "es",
            "text_hash",
            "0".repeat(64),
            "signature_kind",
            "TYPED",
            "signer_name",
            "Ana Ruiz",
            "signer_relation",
            "SELF",
            "door",
            "DESK",
            "given_at",
            SCREENED,
            "recorded_by",
            id(30)));
    return this;
  }

  private void link() {
    rows.put(
        "intake_link",
        row(
            "id",
            id(116),
            "purpose",
            "INTAKE",
            "intake_id",
            id(113),
            "token_hash",
            "%064d".formatted(id(116)),
            "code_hash",
            "%064d".formatted(id(117)),
            "language",
            "en",
            "created_at",
            SCREENED,
            "created_by",
            id(30),
            "expires_at",
            "2099-01-01T10:00:00Z",
            "submission_key",
            "one"));
    rows.put(
        "door_session",
        row(
            "id",
            id(118),
            "intake_id",
            id(113),
            "link_id",
            id(116),
            "door",
            "LINK",
            "session_hash",
            "%064d".formatted(id(118)),
            "opened_at",
            SCREENED,
            "expires_at",
            "2099-01-01T10:00:00Z",
            "current",
            true));
    rows.put(
        "message",
        row(
            "id",
            id(129),
            "purpose",
            "INTAKE_LINK",
            "link_id",
            id(116),
            "address",
            "lena@example.org",
            "sealed",
            "AAAA",
            "state",
            "QUEUED",
            "queued_at",
            SCREENED,
            "queued_by",
            id(30),
            "next_try_at",
            SCREENED));
    kiosk();
  }

  private void kiosk() {
    rows.put(
        "kiosk",
        row(
            "id",
            id(119),
            "name",
            "Waiting room",
            "key_hash",
            "%064d".formatted(id(119)),
            "pin_hash",
            "x",
            "begun_at",
            SCREENED,
            "begun_by",
            id(30),
            "ends_at",
            "2099-01-01T10:00:00Z",
            "submission_key",
            "one"));
    rows.put(
        "kiosk_turned_away",
        row(
            "id",
            id(124),
            "kiosk_id",
            id(119),
            "turned_away_at",
            SCREENED,
            "reason",
            "OTHER_NAME"));
    rows.put(
        "expected_intake",
        row(
            "id",
            id(125),
            "intake_id",
            id(113),
            "expected_on",
            "2026-02-01",
            "put_at",
            SCREENED,
            "put_by",
            id(30),
            "submission_key",
            "one"));
  }

  private ValidCourse professionally() {
    rows.put(
        "screening",
        row(
            "id",
            id(120),
            "episode_id",
            id(100),
            "intake_id",
            id(110),
            "rule_set",
            "low-back-pain",
            "rule_set_version",
            1,
            "status",
            "NEGATIVE",
            "max_urgency",
            "U3_ROUTINE",
            "performed_at",
            SCREENED,
            "performed_on",
            "2026-02-01",
            "performed_by",
            id(30),
            "valid_until",
            "2026-02-15"));
    rows.put(
        "screening_flag",
        row(
            "id",
            id(121),
            "screening_id",
            id(120),
            "rule_id",
            "VIS-4",
            "urgency",
            "U3_ROUTINE",
            "target",
            "GP",
            "effects",
            "",
            "source",
            "[U]",
            "inputs",
            "VIS-4=YES",
            "state",
            "OPEN"));
    rows.put(
        "screening_flag#decided",
        row(
            "id",
            id(123),
            "screening_id",
            id(120),
            "rule_id",
            "REDS-2",
            "urgency",
            "U3_ROUTINE",
            "target",
            "GP",
            "effects",
            "",
            "source",
            "[U]",
            "inputs",
            "REDS-2=YES",
            "state",
            "CLEARED"));
    rows.put(
        "flag_decision",
        row(
            "id",
            id(124),
            "flag_id",
            id(123),
            "number",
            1,
            "state",
            "CLEARED",
            "decided_at",
            CLEARED,
            "decided_on",
            "2026-02-01",
            "decided_by",
            id(10),
            "licence_id",
            id(12),
            "reason",
            "eats and sleeps well"));
    rows.put(
        "referral",
        row(
            "id",
            id(122),
            "episode_id",
            id(100),
            "screening_id",
            id(120),
            "urgency",
            "U2_URGENT_1_2W",
            "target",
            "GP",
            "reason",
            "rule.FX-3",
            "state",
            "DRAFT",
            "requested_at",
            SCREENED,
            "requested_by",
            id(30)));
    rows.put(
        "referral_transition",
        row(
            "id",
            id(127),
            "referral_id",
            id(122),
            "number",
            1,
            "action",
            "DRAFT_BY_RULE",
            "to_state",
            "DRAFT",
            "reason",
            "rule.FX-3",
            "at",
            SCREENED,
            "by",
            id(30)));
    rows.put(
        "recipient",
        row(
            "id",
            id(126),
            "name",
            "Rheumatology, General Hospital",
            "serves",
            "RHEUMATOLOGY",
            "phone",
            "555 0100",
            "letter_language",
            "en"));
    rows.put(
        "preferred_recipient",
        row("id", id(126), "target", "RHEUMATOLOGY", "recipient_id", id(126)));
    rows.put(
        "referral#sent",
        row(
            "id",
            id(128),
            "episode_id",
            id(100),
            "urgency",
            "U3_ROUTINE",
            "target",
            "RHEUMATOLOGY",
            "reason",
            "stiff in the morning",
            "state",
            "SENT",
            "delivery",
            "QUEUED",
            "requested_at",
            SCREENED,
            "requested_by",
            id(10),
            "sent_at",
            SCREENED,
            "expires_at",
            EXPIRES));
    rows.put(
        "referral_transition#drafted",
        row(
            "id",
            id(128),
            "referral_id",
            id(128),
            "number",
            1,
            "action",
            "DRAFT",
            "to_state",
            "DRAFT",
            "reason",
            "stiff in the morning",
            "at",
            SCREENED,
            "by",
            id(10)));
    rows.put(
        "referral_transition#sent",
        row(
            "id",
            id(129),
            "referral_id",
            id(128),
            "number",
            2,
            "action",
            "SEND",
            "from_state",
            "DRAFT",
            "to_state",
            "SENT",
            "at",
            SCREENED,
            "by",
            id(10)));
    rows.put(
        "referral_delivery",
        row(
            "id",
            id(128),
            "referral_id",
            id(128),
            "number",
            1,
            "to_state",
            "QUEUED",
            "at",
            SCREENED,
            "by",
            id(10)));
    rows.put(
        "referral_letter",
        row(
            "id",
            id(129),
            "referral_id",
            id(128),
            "language",
            "en",
            "content",
            "{}",
            "content_hash",
            Sha256.of("{}"),
            "pdf",
            PDF.clone(),
            "pdf_hash",
            Sha256.of(PDF),
            "sent_at",
            SCREENED,
            "sent_by",
            id(10)));
    rows.put(
        "diagnosis",
        row(
            "id",
            id(130),
            "episode_id",
            id(100),
            "code_system",
            "ICD-10-CM",
            "code",
            "M54.50",
            "code_edition",
            "FY2022",
            "words",
            "low back pain",
            "body_site",
            "LOW_BACK",
            "bone_stress",
            false,
            "verification_status",
            "CONFIRMED",
            "clinical_status",
            "ACTIVE",
            "recorded_at",
            DIAGNOSED,
            "recorded_on",
            "2026-02-02",
            "recorded_by",
            id(10),
            "licence_id",
            id(12)));
    rows.put(
        "diagnosis_review",
        row(
            "id",
            id(133),
            "diagnosis_id",
            id(130),
            "kind",
            "REVIEW",
            "reason",
            "worse after two weeks",
            "owner_id",
            id(10),
            "due_on",
            "2026-02-02",
            "asked_at",
            DIAGNOSED,
            "asked_by",
            id(20),
            "submission_key",
            "review-" + id(133)));
    rows.put(
        "finding",
        row(
            "id",
            id(131),
            "diagnosis_id",
            id(130),
            "test",
            "PLANK",
            "side",
            "NONE",
            "value",
            80,
            "unit",
            "s",
            "method",
            "prone forearm plank",
            "measured_on",
            "2026-02-02",
            "examiner",
            id(10)));
    rows.put(
        "gate_decision",
        row(
            "id",
            id(140),
            "episode_id",
            id(100),
            "allowed",
            true,
            "diagnosis_id",
            id(130),
            "screening_id",
            id(120),
            "refusals",
            "",
            "asked_at",
            PLANNED,
            "asked_by",
            id(20)));
    rows.put(
        PLAN,
        row(
            "id",
            id(150),
            "episode_id",
            id(100),
            "diagnosis_id",
            id(130),
            "gate_decision_id",
            id(140),
            "state",
            "ACTIVE",
            "state_since",
            PLANNED,
            "starts_on",
            "2026-02-03",
            "rest",
            "RELATIVE_REST",
            "hills",
            "AVOID_ALL",
            "created_at",
            PLANNED,
            "author_id",
            id(20)));
    rows.put(
        "plan_transition",
        row(
            "id",
            id(152),
            "plan_id",
            id(150),
            "from_state",
            "ACTIVE",
            "to_state",
            "ON_HOLD",
            "reason",
            "holiday",
            "at",
            PLANNED,
            "by",
            id(20)));
    rows.put(
        LOAD,
        row(
            "id",
            id(151),
            "plan_id",
            id(150),
            "kind",
            "LOAD",
            "load_percent",
            50,
            "instructions",
            "easy"));
    return this;
  }

  private static Map<String, Object> row(Object... columnsAndValues) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      columns.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
    }
    return columns;
  }

  @Override
  public String toString() {
    return "clinic " + clinic + " " + Arrays.toString(rows.keySet().toArray());
  }
}

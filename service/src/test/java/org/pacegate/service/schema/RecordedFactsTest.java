package org.pacegate.service.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clinical facts are signed by who may, never change, and what is over stays over. */
class RecordedFactsTest {

  private static final AtomicLong CLINICS = new AtomicLong();

  private static SchemaTestDatabase database;

  @BeforeAll
  static void migrate() throws SQLException {
    database = SchemaTestDatabase.fresh();
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
    }
  }

  private static ValidCourse aCourse() {
    return ValidCourse.in(CLINICS.incrementAndGet());
  }

  @ParameterizedTest(name = "R13.8 {0}")
  @ValueSource(
      strings = {
        "diagnosis set words = 'other'",
        "diagnosis set code = 'M84.359A'",
        "diagnosis set recorded_at = now()",
        "diagnosis set licence_id = 0",
        "screening set max_urgency = null",
        "screening set valid_until = '2030-01-01'",
        "screening_flag set urgency = 'U3_ROUTINE'",
        "flag_decision set reason = 'other'",
        "flag_decision set state = 'OPEN'",
        "licence_lapse set reason = 'other'",
        "plan_transition set reason = 'other'",
        "finding set value = 1",
        "consent set text_version = '2'",
        "consent set signer_name = 'other'",
        "intake_response set content = '{}'",
        "intake_response set pdf = '\\x00'",
        "referral_letter set content = '{}'",
        "referral_letter set pdf = '\\x00'",
        "intake_amendment set new_value = 'other'",
        "intake_confirmation set value = 'other'",
        "gate_decision set allowed = true",
        "running_profile set km_per_week = 1",
        "episode_transition set reason = 'r'",
        "episode set onset_date = '2026-01-01'",
        "care_plan set diagnosis_id = 0",
        "care_plan set rest = 'RELATIVE_REST'",
        "plan_block set load_percent = 100",
        "licence set profession = 'PHYSICIAN'",
        "licence set valid_to = '2999-01-01'",
        "setting set value = 'ANYBODY'",
        "practitioner set family_name = 'other'",
        "account set login = 'other'",
        "patient_identification set former_family_name = 'other'",
        "diagnosis_code set bone_stress = false",
        "clinic set demonstration = false"
      })
  void a_fact_has_no_right_to_be_changed(String change) throws SQLException {
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> Sql.run(application, "update " + change)).state())
          .isEqualTo("42501");
    }
  }

  @ParameterizedTest(name = "R4.63 {0}")
  @ValueSource(
      strings = {
        "update intake_response set content = '[]', content_hash = encode(sha256('[]'), 'hex')",
        "delete from intake_response",
        "update intake_amendment set new_value = 'other'",
        "delete from intake_amendment",
        "update intake_confirmation set confirmed_at = now()",
        "delete from intake_confirmation"
      })
  void what_was_kept_of_an_intake_not_even_the_owner_changes(String change) throws SQLException {
    ValidCourse course = aCourse().kept();
    try (Connection application = database.asApplication()) {
      course.lived(application);
    }
    try (Connection owner = database.asOwner()) {
      Sql.enterClinic(owner, course.clinic());
      String table = change.replaceFirst("(update|delete from) (\\w+).*", "$2");
      assertThat(Sql.refusalOf(() -> Sql.run(owner, change)))
          .isEqualTo(new Sql.Refusal("PG003", table + "_stands"));
    }
  }

  @ParameterizedTest(name = "R5.61 {0}")
  @ValueSource(
      strings = {
        "update referral_letter set content = '[]', content_hash = encode(sha256('[]'), 'hex')",
        "update referral_letter set language = 'es'",
        "delete from referral_letter"
      })
  void a_letter_that_was_sent_nobody_changes(String change) throws SQLException {
    ValidCourse course = aCourse();
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      assertThat(Sql.refusalOf(() -> Sql.run(application, change)).state()).isEqualTo("42501");
    }
    try (Connection owner = database.asOwner()) {
      Sql.enterClinic(owner, course.clinic());
      assertThat(Sql.refusalOf(() -> Sql.run(owner, change)))
          .isEqualTo(new Sql.Refusal("PG003", "referral_letter_stands"));
    }
  }

  @Test
  void R5_61_a_letter_is_of_its_sending_and_by_its_sender() throws SQLException {
    try (Connection application = database.asApplication()) {
      for (ValidCourse course :
          List.of(
              aCourse().without("referral_letter"),
              aCourse().with("referral_letter", "sent_at", "2026-02-02T10:00:00Z"))) {
        assertThat(Sql.refusalOf(() -> course.lived(application)))
            .isEqualTo(new Sql.Refusal("PG003", "referral_sent_with_its_letter"));
        application.rollback();
      }
      ValidCourse others = aCourse();
      others.with("referral_letter", "sent_by", others.id(30));
      assertThat(Sql.refusalOf(() -> others.lived(application)))
          .isEqualTo(new Sql.Refusal("PG003", "referral_sent_with_its_letter"));
      application.rollback();
      for (String hash : List.of("content_hash", "pdf_hash")) {
        ValidCourse damaged = aCourse().with("referral_letter", hash, "0".repeat(64));
        assertThat(Sql.refusalOf(() -> damaged.lived(application)).state()).isEqualTo("23514");
        application.rollback();
      }
    }
  }

  @ParameterizedTest(name = "R5.60 {0}")
  @ValueSource(strings = {"letter_question", "letter_findings", "letter_told"})
  void what_was_written_into_a_letter_stays(String column) throws SQLException {
    ValidCourse course = aCourse();
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      assertThat(
              Sql.refusalOf(
                  () ->
                      Sql.run(
                          application,
                          "update referral set "
                              + column
                              + " = 'other' where sent_at is not null")))
          .isEqualTo(new Sql.Refusal("PG003", "referral_text_once"));
    }
  }

  @ParameterizedTest(name = "R4.63 {0}")
  @ValueSource(strings = {"content_hash", "pdf_hash"})
  void a_response_with_another_hash_is_not_kept(String hash) throws SQLException {
    ValidCourse course = aCourse().kept().with("intake_response", hash, "0".repeat(64));
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.lived(application)).state()).isEqualTo("23514");
    }
  }

  /** A step back, and the rule that refuses it. */
  record StepBack(String rule, UnaryOperator<ValidCourse> course, String step) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<StepBack> stepsBack() {
    return Stream.of(
        new StepBack(
            "diagnosis_ended_for_good",
            course ->
                course
                    .without("diagnosis_review")
                    .with("diagnosis", "clinical_status", "INACTIVE")
                    .with("diagnosis", "ended_at", "2026-02-02T11:00:00Z"),
            "update diagnosis set clinical_status = 'ACTIVE', ended_at = null"),
        new StepBack(
            "diagnosis_certainty_stands",
            course -> course.with("diagnosis", "verification_status", "PROVISIONAL"),
            "update diagnosis set verification_status = 'CONFIRMED'"),
        new StepBack(
            "screening_result_stands",
            course -> course.with("screening", "status", "POSITIVE_OPEN"),
            "update screening set status = 'NEGATIVE'"),
        new StepBack(
            "screening_acknowledged_once",
            course ->
                course
                    .with("screening", "acknowledged_at", "2026-02-01T10:05:00Z")
                    .with("screening", "acknowledged_by", course.id(30)),
            "update screening set acknowledged_at = null, acknowledged_by = null"),
        new StepBack(
            "referral_closed_for_good",
            course ->
                course
                    .with("referral", "state", "CANCELLED")
                    .with("referral", "closed_at", "2026-02-02T10:00:00Z")
                    .and(
                        "referral_transition#cancelled",
                        "referral_transition",
                        "id",
                        course.id(150),
                        "number",
                        2,
                        "action",
                        "CANCEL",
                        "from_state",
                        "DRAFT",
                        "to_state",
                        "CANCELLED",
                        "by",
                        course.id(10)),
            "update referral set state = 'SENT', closed_at = null"),
        new StepBack(
            "plan_ended_for_good",
            course -> course.with(ValidCourse.PLAN, "state", "REVOKED"),
            "update care_plan set state = 'SUSPENDED'"),
        new StepBack(
            "intake_closed_for_good", course -> course, "update intake set state = 'DRAFT'"),
        new StepBack(
            "intake_answers_stand", course -> course, "update intake_entry set value = 'YES'"),
        new StepBack("intake_answers_stand", course -> course, "delete from intake_entry"),
        new StepBack(
            "licence_lapse_stands",
            course -> course.with("licence#therapist", "lapsed_on", "2026-02-02"),
            "update licence set lapsed_on = null"));
  }

  @ParameterizedTest(name = "R13.8 {0}")
  @MethodSource("stepsBack")
  void what_is_over_stays_over(StepBack back) throws SQLException {
    ValidCourse course =
        back.course().apply(aCourse().with(ValidCourse.PLAN, "state", "SUSPENDED"));
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      assertThat(Sql.refusalOf(() -> Sql.run(application, back.step())))
          .isEqualTo(new Sql.Refusal("PG003", back.rule()));
    }
  }

  @Test
  void R13_8_answers_are_typed_while_the_intake_is_a_draft() throws SQLException {
    ValidCourse course = aCourse();
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      Sql.run(
          application,
          """
          insert into intake (id, state, step, rule_set, rule_set_version, started_at, started_by, saved_at)
          values (?, 'DRAFT', 'PERSON', 'low-back-pain', 1, now(), ?, now())""",
          course.id(115),
          course.id(30));
      String typed =
          """
          insert into intake_entry (intake_id, field, value, entered_at, entered_by) values (?, ?, 'x', now(), ?)
          on conflict (clinic_id, intake_id, field) do update set value = 'y'""";
      Sql.run(application, typed, course.id(115), "birthDate", course.id(30));
      application.commit();

      Sql.enterClinic(application, course.clinic());
      Sql.run(
          application,
          """
          update intake set state = 'SUBMITTED', submitted_at = now(), patient_id = ?, episode_id = ?
           where id = ?""",
          course.id(90),
          course.id(100),
          course.id(115));
      Sql.run(application, typed, course.id(115), "birthDate", course.id(30));
      application.commit();

      Sql.enterClinic(application, course.clinic());
      assertThat(
              Sql.refusalOf(
                      () -> Sql.run(application, typed, course.id(115), "phone", course.id(30)))
                  .rule())
          .isEqualTo("intake_answers_stand");
    }
  }

  /** A signature without authority, and the rule that refuses it. */
  record Signature(String rule, UnaryOperator<ValidCourse> but) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Signature> signaturesWithoutAuthority() {
    return Stream.of(
        new Signature(
            "diagnosis_licence_is_signers",
            course -> course.with("diagnosis", "recorded_by", course.id(30))),
        new Signature(
            "diagnosis_signer_licensed",
            course -> course.with("licence#physician", "valid_to", "2026-02-01")),
        new Signature(
            "diagnosis_signer_may_diagnose",
            course ->
                course
                    .with("diagnosis", "recorded_by", course.id(20))
                    .with("diagnosis", "licence_id", course.id(22))),
        new Signature(
            "diagnosis_day_of_clinic",
            course ->
                course
                    .with("licence#physician", "valid_to", "2026-02-01")
                    .with("diagnosis", "recorded_on", "2026-02-01")),
        new Signature(
            "diagnosis_bone_stress_of_code",
            course -> course.with("diagnosis", "code", "M84.359A")),
        new Signature(
            "diagnosis_code_in_force",
            course ->
                course
                    .with("diagnosis", "code_system", "http://hl7.org/fhir/sid/icd-10-cm")
                    .with("diagnosis", "code_edition", "FY2022")),
        new Signature(
            "diagnosis_code_billable",
            course ->
                course
                    .with("diagnosis", "code_system", "http://hl7.org/fhir/sid/icd-10-cm")
                    .with("diagnosis", "code_edition", "FY2025")
                    .with("diagnosis", "code", "M51.36")),
        new Signature(
            "diagnosis_revises_same_episode",
            course ->
                course
                    .and("episode#other", "episode", "id", course.id(102), "state", "DIAGNOSED")
                    .and("diagnosis#other", "diagnosis", "id", course.id(132))
                    .with("diagnosis", "episode_id", course.id(102))
                    .with("diagnosis#other", "revises_id", course.id(130))),
        new Signature(
            "flag_licence_is_deciders", course -> decided(course, course.id(20), course.id(12))),
        new Signature(
            "flag_decider_is_physician", course -> decided(course, course.id(20), course.id(22))),
        new Signature(
            "flag_decider_licensed",
            course ->
                decided(course, course.id(10), course.id(12))
                    .with("flag_decision", "decided_at", "2027-01-01T11:00:00Z")
                    .with("flag_decision", "decided_on", "2027-01-01")),
        new Signature(
            "flag_day_of_clinic",
            course -> course.with("flag_decision", "decided_on", "2026-01-31")),
        new Signature(
            "flag_decided_for_good",
            course ->
                course
                    .with("screening_flag#decided", "state", "CONFIRMED")
                    .and(
                        "flag_decision#again",
                        "flag_decision",
                        "id",
                        course.id(125),
                        "number",
                        2,
                        "state",
                        "CONFIRMED")),
        new Signature(
            "flag_reopened_for_a_lapse",
            course ->
                course
                    .with("screening_flag#decided", "state", "OPEN")
                    .and(
                        "flag_decision#again",
                        "flag_decision",
                        "id",
                        course.id(125),
                        "number",
                        2,
                        "state",
                        "OPEN")),
        new Signature(
            "flag_decided_in_order", course -> course.with("flag_decision", "number", 2)));
  }

  @Test
  void R5_1_a_licence_written_after_the_diagnosis_is_looked_at_too() throws SQLException {
    ValidCourse course =
        aCourse().withoutPlan().with("licence#physician", "valid_to", "2026-02-01");
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.livedStartingWith("diagnosis", application)).rule())
          .isEqualTo("diagnosis_signer_licensed");
    }
  }

  private static ValidCourse decided(ValidCourse course, long by, long licence) {
    return course
        .with("flag_decision", "decided_by", by)
        .with("flag_decision", "licence_id", licence);
  }

  @ParameterizedTest(name = "R5.1 {0}")
  @MethodSource("signaturesWithoutAuthority")
  void nothing_is_signed_without_authority(Signature signature) throws SQLException {
    ValidCourse course = signature.but().apply(aCourse().withoutPlan());
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.lived(application)))
          .isEqualTo(new Sql.Refusal("PG002", signature.rule()));
    }
  }

  @Test
  void R1_14_a_confirmed_flag_may_be_cleared_and_both_decisions_stay() throws SQLException {
    ValidCourse course =
        aCourse()
            .with("flag_decision", "state", "CONFIRMED")
            .and(
                "flag_decision#later",
                "flag_decision",
                "id",
                CLINICS.get() * 1000 + 125,
                "number",
                2,
                "state",
                "CLEARED");
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      assertThat(
              Sql.texts(
                  application,
                  "select kind from timeline where kind like 'FLAG%' order by record_id"))
          .containsExactly("FLAG_CONFIRMED", "FLAG_CLEARED");
    }
  }

  @ParameterizedTest(name = "R1.14 {0}")
  @ValueSource(
      strings = {
        "update screening_flag set state = 'OPEN' where state = 'CLEARED'",
        "update screening_flag set state = 'CONFIRMED' where state = 'CLEARED'",
        "update screening_flag set state = 'CLEARED' where state = 'OPEN'"
      })
  void a_flag_says_what_was_decided_last(String change) throws SQLException {
    ValidCourse course = aCourse();
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      Sql.run(application, change);
      assertThat(Sql.refusalOf(application::commit))
          .isEqualTo(new Sql.Refusal("PG003", "flag_state_is_decided"));
    }
  }

  @Test
  void R1_14_two_decisions_at_once_do_not_both_pass() throws SQLException {
    ValidCourse course =
        aCourse().and("flag_decision#same", "flag_decision", "id", CLINICS.get() * 1000 + 125);
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.lived(application)).state()).isEqualTo("23505");
    }
  }

  @ParameterizedTest(name = "R5.1 {0}")
  @ValueSource(strings = {"diagnosis", "flag_decision"})
  void nobody_signs_in_somebody_elses_name(String table) throws SQLException {
    ValidCourse course = ValidCourse.today(CLINICS.incrementAndGet()).withoutPlan();
    ValidCourse signed = ValidCourse.today(course.clinic());
    course.without(table).without("finding").without("gate_decision").without("diagnosis_review");
    if (table.equals("flag_decision")) {
      course.with("screening_flag#decided", "state", "OPEN");
    }
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      assertThat(Sql.refusalOf(() -> signed.insertAsStaff(application, table)))
          .isEqualTo(
              new Sql.Refusal(
                  "PG002",
                  table.equals("diagnosis")
                      ? "diagnosis_signed_by_actor"
                      : "flag_decided_by_actor"));
    }
  }

  @ParameterizedTest(name = "R6.45 by {0}")
  @ValueSource(ints = {30, 150})
  void nobody_but_an_administrator_who_acts_loads_an_edition(int by) throws SQLException {
    ValidCourse course = ValidCourse.today(CLINICS.incrementAndGet());
    course.with("own_edition", "loaded_by", course.id(by));
    ValidCourse loaded = ValidCourse.today(course.clinic());
    loaded.with("own_edition", "loaded_by", course.id(by));
    course.without("own_code").without("own_edition");
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      assertThat(Sql.refusalOf(() -> loaded.insertAsStaff(application, "own_edition")))
          .isEqualTo(new Sql.Refusal("PG002", "edition_loaded_by_administrator"));
    }
  }

  /** How an episode ends with a flag that stands, and the rule that refuses it. */
  @ParameterizedTest(name = "R7.12 {0}")
  @CsvSource({
    "DISCHARGED, episode_ends_without_flag",
    "CLOSED_LOST, episode_ends_without_flag",
    "TRANSFERRED, episode_flag_handed_over"
  })
  void no_episode_ends_with_a_flag_that_nobody_has_taken_over(String state, String rule)
      throws SQLException {
    ValidCourse course =
        aCourse()
            .withoutPlan()
            .with("episode", "state", "DIAGNOSED")
            .with("screening", "status", "POSITIVE_OPEN")
            .with("screening", "max_urgency", "U2_URGENT_1_2W")
            .with("screening_flag", "urgency", "U2_URGENT_1_2W");
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      Sql.run(application, "update episode set state = ?", state);
      assertThat(Sql.refusalOf(application::commit)).isEqualTo(new Sql.Refusal("PG003", rule));
    }
  }

  @ParameterizedTest(name = "R7.12 {0}")
  @ValueSource(strings = {"DISCHARGED", "CLOSED_LOST", "TRANSFERRED"})
  void no_episode_ends_while_an_urgent_answer_is_awaited(String state) throws SQLException {
    ValidCourse course =
        aCourse()
            .withoutPlan()
            .with("episode", "state", "DIAGNOSED")
            .with("referral", "urgency", "U1_SAME_DAY");
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      Sql.run(application, "update episode set state = ?", state);
      assertThat(Sql.refusalOf(application::commit))
          .isEqualTo(new Sql.Refusal("PG003", "episode_ends_with_nobody_asked"));
    }
  }

  /** A screening that does not say what its flags say. */
  record Contradiction(String rule, String status, String maxUrgency, String flag) {
    @Override
    public String toString() {
      return rule + " when " + status;
    }
  }

  static Stream<Contradiction> contradictions() {
    return Stream.of(
        new Contradiction(
            "screening_negative_without_flag", "NEGATIVE", "U2_URGENT_1_2W", "U2_URGENT_1_2W"),
        new Contradiction(
            "screening_cleared_flag_by_flag", "POSITIVE_CLEARED", "U1_SAME_DAY", "U1_SAME_DAY"),
        new Contradiction(
            "screening_cleared_flag_by_flag", "INCOMPLETE", "U1_SAME_DAY", "U1_SAME_DAY"),
        new Contradiction(
            "screening_urgency_of_flags", "POSITIVE_OPEN", "U2_URGENT_1_2W", "U0_EMERGENCY_NOW"));
  }

  @ParameterizedTest(name = "R1.7 {0}")
  @MethodSource("contradictions")
  void a_screening_says_what_its_flags_say(Contradiction said) throws SQLException {
    ValidCourse course =
        aCourse()
            .with("screening", "status", said.status())
            .with("screening", "max_urgency", said.maxUrgency())
            .with("screening_flag", "urgency", said.flag())
            .with(ValidCourse.PLAN, "state", "SUSPENDED");
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.lived(application)))
          .isEqualTo(new Sql.Refusal("PG003", said.rule()));
    }
  }

  @ParameterizedTest(name = "R7.6 {0}")
  @ValueSource(strings = {"diagnosis", "care_plan"})
  void one_of_them_stands_at_a_time(String table) throws SQLException {
    ValidCourse course = aCourse();
    course.and(table + "#second", table, "id", course.id(160));
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.lived(application)).state()).isEqualTo("23P01");
    }
  }
}

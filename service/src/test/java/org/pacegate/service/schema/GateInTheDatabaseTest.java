package org.pacegate.service.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The third wall: what the database refuses when everything above it has failed. */
class GateInTheDatabaseTest {

  private static final AtomicLong CLINICS = new AtomicLong();

  private static SchemaTestDatabase database;

  /** A course that must not lead to a plan, and the rule that stops it. */
  record Case(String says, String rule, UnaryOperator<ValidCourse> but) {
    @Override
    public String toString() {
      return says + " is refused by " + rule;
    }
  }

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

  private static Case but(String says, String rule, UnaryOperator<ValidCourse> but) {
    return new Case(says, rule, but);
  }

  private static Case diagnosis(String says, String rule, String column, Object value) {
    return but(says, rule, course -> course.with("diagnosis", column, value));
  }

  private static Case screening(String says, String rule, String column, Object value) {
    return but(says, rule, course -> course.with("screening", column, value));
  }

  static Stream<Case> doorsForASqlClient() {
    return Stream.of(
            aboutTheDiagnosis(), aboutTheSigner(), aboutTheScreening(), aboutTheContent(), forged())
        .flatMap(cases -> cases);
  }

  private static Stream<Case> aboutTheDiagnosis() {
    return Stream.of(
        diagnosis(
            "a provisional diagnosis",
            "plan_diagnosis_confirmed",
            "verification_status",
            "PROVISIONAL"),
        but("a refuted diagnosis", "plan_diagnosis_confirmed", course -> ended(course, "REFUTED")),
        but(
            "a diagnosis entered in error",
            "plan_diagnosis_confirmed",
            course -> ended(course, "ENTERED_IN_ERROR")),
        but("a replaced diagnosis", "plan_diagnosis_active", course -> ended(course, "CONFIRMED")),
        but(
            "the diagnosis of another episode",
            "plan_diagnosis_same_episode",
            course ->
                course
                    .and("episode#other", "episode", "id", course.id(102))
                    .with("diagnosis", "episode_id", course.id(102))),
        diagnosis("another region", "plan_diagnosis_same_site", "body_site", "KNEE"),
        diagnosis(
            "a diagnosis after the plan",
            "plan_diagnosis_before_plan",
            "recorded_at",
            "2026-02-03T10:00:00.000001Z"),
        but(
            "a plan that starts before the day of the diagnosis",
            "plan_diagnosis_before_plan",
            course -> course.with(ValidCourse.PLAN, "starts_on", "2026-02-01")));
  }

  private static ValidCourse ended(ValidCourse course, String as) {
    return course
        .with("diagnosis", "verification_status", as)
        .with("diagnosis", "clinical_status", "INACTIVE")
        .with("diagnosis", "ended_at", "2026-02-02T11:00:00Z");
  }

  private static Stream<Case> aboutTheSigner() {
    String licence = "licence#physician";
    return Stream.of(
        but(
            "a licence that had expired",
            "plan_signer_licensed",
            course -> course.with(licence, "valid_to", "2026-02-01")),
        but(
            "a licence not valid yet",
            "plan_signer_licensed",
            course -> course.with(licence, "valid_from", "2026-02-03")),
        but(
            "a licence that had lapsed that day",
            "plan_signer_licensed",
            course -> course.with(licence, "lapsed_on", "2026-02-02")),
        but(
            "somebody else's licence",
            "plan_licence_is_signers",
            course -> course.with("diagnosis", "recorded_by", course.id(20))),
        but(
            "a physiotherapist's diagnosis",
            "plan_signer_may_diagnose",
            course ->
                course
                    .with("diagnosis", "recorded_by", course.id(20))
                    .with("diagnosis", "licence_id", course.id(22))),
        but(
            "a policy nobody knows",
            "plan_signer_may_diagnose",
            course -> course.with("setting", "value", "ANYBODY")));
  }

  private static Stream<Case> aboutTheScreening() {
    return Stream.of(
        but(
            "no screening",
            "plan_screening_present",
            course ->
                course
                    .with("screening", "episode_id", course.id(102))
                    .and("episode#other", "episode", "id", course.id(102))),
        screening("an incomplete screening", "plan_screening_complete", "status", "INCOMPLETE"),
        screening("an open screening", "plan_screening_cleared", "status", "POSITIVE_OPEN"),
        screening("an expired screening", "plan_screening_in_date", "valid_until", "2026-02-02"),
        screening(
            "a screening before the onset",
            "plan_screening_after_onset",
            "performed_on",
            "2026-01-09"),
        but(
            "an open flag under a screening that claims to be clear",
            "plan_no_standing_flag",
            course -> course.with("screening_flag", "urgency", "U2_URGENT_1_2W")),
        but(
            "an open flag of an earlier screening",
            "plan_no_standing_flag",
            course ->
                course
                    .with("screening_flag", "urgency", "U1_SAME_DAY")
                    .and(
                        "screening#later",
                        "screening",
                        "id",
                        course.id(125),
                        "performed_at",
                        "2026-02-01T11:00:00Z")),
        but(
            "a danger in another complaint of the runner",
            "plan_no_danger_elsewhere",
            course -> alsoInDanger(course, "U1_SAME_DAY", "DISCHARGED")),
        but(
            "an open referral for today",
            "plan_no_urgent_referral",
            course -> course.with("referral", "urgency", "U1_SAME_DAY")),
        but(
            "an emergency referral that was sent",
            "plan_no_urgent_referral",
            course ->
                course
                    .with("referral", "urgency", "U0_EMERGENCY_NOW")
                    .with("referral", "state", "SENT")));
  }

  /** The runner has another complaint, with a flag nobody has decided. */
  private static ValidCourse alsoInDanger(ValidCourse course, String urgency, String state) {
    return course
        .and("episode#knee", "episode", "id", course.id(102), "state", state)
        .and(
            "screening#knee",
            "screening",
            "id",
            course.id(126),
            "episode_id",
            course.id(102),
            "status",
            "POSITIVE_OPEN",
            "max_urgency",
            urgency)
        .and(
            "screening_flag#knee",
            "screening_flag",
            "id",
            course.id(127),
            "screening_id",
            course.id(126),
            "urgency",
            urgency);
  }

  @ParameterizedTest(name = "R7.11 {0} of an episode {1}")
  @CsvSource({"U2_URGENT_1_2W, AWAITING_DIAGNOSIS", "U0_EMERGENCY_NOW, TRANSFERRED"})
  void a_lesser_flag_or_one_that_others_have_taken_over_stops_nothing(String urgency, String state)
      throws SQLException {
    ValidCourse course = alsoInDanger(aCourse(), urgency, state);
    plant(course);
    try (Connection application = database.asApplication()) {
      course.startPlan(application);
    }
    assertThat(plansOf(course)).isEqualTo(1);
  }

  @Test
  void R7_11_a_danger_found_in_another_complaint_lets_no_plan_stand() throws SQLException {
    ValidCourse course = aCourse();
    ValidCourse danger =
        alsoInDanger(ValidCourse.in(course.clinic()), "U0_EMERGENCY_NOW", "SCREENED");
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      for (String row : List.of("episode#knee", "screening#knee", "screening_flag#knee")) {
        danger.insert(application, row);
      }
      assertThat(Sql.refusalOf(application::commit))
          .isEqualTo(new Sql.Refusal("PG001", "plan_no_danger_elsewhere"));
    }
  }

  @Test
  void R7_11_a_plan_and_a_danger_elsewhere_at_the_same_time_do_not_both_pass()
      throws SQLException, InterruptedException, ExecutionException {
    ValidCourse course = aCourse();
    plant(course);
    ValidCourse danger =
        alsoInDanger(ValidCourse.in(course.clinic()), "U0_EMERGENCY_NOW", "SCREENED");
    try (Connection therapist = database.asApplication();
        Connection desk = database.asApplication()) {
      Sql.enterClinic(desk, course.clinic());
      for (String row : List.of("episode#knee", "screening#knee", "screening_flag#knee")) {
        danger.insert(desk, row);
      }
      Sql.run(desk, "set constraints all immediate");
      var planning =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return Sql.refusalOf(() -> course.startPlan(therapist)).rule();
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThat(waitsFor(planning)).isTrue();
      desk.commit();
      assertThat(planning.get()).isEqualTo("plan_no_danger_elsewhere");
    }
  }

  private static Stream<Case> aboutTheContent() {
    return Stream.of(
        but(
            "running on a stress fracture",
            "plan_no_impact_on_bone_stress",
            course -> boneStress(course).with(ValidCourse.LOAD, "load_percent", 1)),
        but(
            "a stress fracture without a word about load",
            "plan_no_impact_on_bone_stress",
            course -> boneStress(course).without(ValidCourse.LOAD)),
        but(
            "complete rest without bone stress",
            "plan_rest_suits_diagnosis",
            course -> course.with(ValidCourse.PLAN, "rest", "COMPLETE_REST_FROM_IMPACT")),
        but(
            "a locked episode",
            "plan_episode_goes_on",
            course -> course.with("episode", "state", "LOCKED_RED_FLAG")),
        but(
            "a discharged episode",
            "plan_episode_goes_on",
            course -> course.with("episode", "state", "DISCHARGED")));
  }

  private static ValidCourse boneStress(ValidCourse course) {
    return course.with("diagnosis", "code", "M84.359A").with("diagnosis", "bone_stress", true);
  }

  private static Stream<Case> forged() {
    return Stream.of(
        but(
            "an author of the staff",
            "plan_author_may_treat",
            course -> course.with(ValidCourse.PLAN, "author_id", course.id(30))),
        but(
            "a gate asked by the staff",
            "plan_asker_may_treat",
            course -> course.with("gate_decision", "asked_by", course.id(30))),
        but(
            "an administrator as author",
            "plan_author_may_treat",
            course -> course.with("account_role#therapist", "role", "ADMIN")),
        but(
            "an author whose account is disabled",
            "plan_author_may_treat",
            course -> course.with("account#therapist", "disabled_at", "2026-02-01T00:00:00Z")),
        but(
            "a gate that said no",
            "plan_gate_allowed",
            course ->
                course
                    .with("gate_decision", "allowed", false)
                    .with("gate_decision", "refusals", "NO_DIAGNOSIS")),
        but(
            "the gate's answer about another episode",
            "plan_gate_same_episode",
            course ->
                course
                    .and("episode#other", "episode", "id", course.id(102))
                    .with("gate_decision", "episode_id", course.id(102))),
        but(
            "the gate's answer about another diagnosis",
            "plan_gate_same_diagnosis",
            course ->
                ended(course.and("diagnosis#older", "diagnosis", "id", course.id(132)), "CONFIRMED")
                    .with("gate_decision", "diagnosis_id", course.id(130))
                    .with(ValidCourse.PLAN, "diagnosis_id", course.id(132))),
        but(
            "an old answer of the gate",
            "plan_gate_asked_now",
            course -> course.with("gate_decision", "asked_at", "2026-02-03T09:59:59Z")),
        but(
            "a plan that begins in a year that nobody plans for",
            "plan_starts_soon",
            course -> course.with(ValidCourse.PLAN, "starts_on", "2026-05-05")));
  }

  @ParameterizedTest(name = "R6.1 {0}")
  @MethodSource("doorsForASqlClient")
  void a_plan_is_refused_with_its_own_reason(Case attempt) throws SQLException {
    ValidCourse course = attempt.but().apply(aCourse());
    plant(course);
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.startPlan(application)))
          .isEqualTo(new Sql.Refusal("PG001", attempt.rule()));
      application.rollback();
      assertThat(plansOf(course)).isZero();
    }
  }

  @Test
  void R6_1_a_plan_without_a_diagnosis_is_refused() throws SQLException {
    ValidCourse course = aCourse().with(ValidCourse.PLAN, "diagnosis_id", null);
    plant(course);
    try (Connection application = database.asApplication()) {
      // The column itself demands it.
      assertThat(Sql.refusalOf(() -> course.startPlan(application)).state()).isEqualTo("23502");
    }
  }

  @Test
  void R6_1_a_plan_on_the_diagnosis_of_another_clinic_is_refused() throws SQLException {
    ValidCourse other = aCourse();
    plant(other);
    ValidCourse course = aCourse();
    course.with(ValidCourse.PLAN, "diagnosis_id", other.id(130));
    plant(course);
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.startPlan(application)).rule())
          .isEqualTo("care_plan_clinic_id_diagnosis_id_fkey");
    }
  }

  @Test
  void R6_2_the_valid_course_is_accepted_from_the_desk_to_the_plan() throws SQLException {
    ValidCourse course = aCourse();
    try (Connection application = database.asApplication()) {
      course.lived(application);
    }
    assertThat(plansOf(course)).isEqualTo(1);
  }

  @Test
  void R6_2_bone_stress_is_treated_without_impact() throws SQLException {
    ValidCourse course =
        boneStress(aCourse())
            .with(ValidCourse.PLAN, "rest", "COMPLETE_REST_FROM_IMPACT")
            .with(ValidCourse.LOAD, "load_percent", 0);
    try (Connection application = database.asApplication()) {
      course.lived(application);
    }
    assertThat(plansOf(course)).isEqualTo(1);
  }

  @Test
  void R6_2_a_plan_may_be_written_before_what_it_rests_on() throws SQLException {
    ValidCourse course = aCourse();
    try (Connection application = database.asApplication()) {
      course.livedStartingWith(ValidCourse.PLAN, application);
    }
    assertThat(plansOf(course)).isEqualTo(1);
  }

  @Test
  void R6_1_leaving_the_clinic_before_the_commit_does_not_help() throws SQLException {
    ValidCourse course = aCourse().with("episode", "state", "LOCKED_RED_FLAG");
    plant(course);
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, course.clinic());
      course.insert(application, ValidCourse.PLAN);
      course.insert(application, ValidCourse.LOAD);
      Sql.run(application, "select set_config('pacegate.clinic', '', true)");
      assertThat(Sql.refusalOf(application::commit).rule()).isEqualTo("plan_episode_goes_on");
    }
  }

  @Test
  void R6_1_a_suspended_plan_goes_on_only_through_the_gate() throws SQLException {
    ValidCourse course =
        aCourse()
            .with(ValidCourse.PLAN, "state", "SUSPENDED")
            .with("screening", "valid_until", "2026-02-09");
    plant(course);
    try (Connection application = database.asApplication()) {
      course.startPlan(application);
      Sql.enterClinic(application, course.clinic());
      Sql.run(
          application,
          "update care_plan set state = 'ACTIVE', state_since = '2026-02-10T10:00:00Z' where id = ?",
          course.id(150));
      assertThat(Sql.refusalOf(application::commit).rule()).isEqualTo("plan_screening_in_date");
    }
  }

  @Test
  void R6_1_a_table_of_the_session_cannot_stand_in_for_the_real_one() throws SQLException {
    ValidCourse course = aCourse().with("referral", "urgency", "U1_SAME_DAY");
    plant(course);
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      Sql.run(
          superuser, "grant temporary on database " + superuser.getCatalog() + " to pacegate_app");
      superuser.commit();
    }
    try (Connection application = database.asApplication()) {
      Sql.run(application, "create temporary table referral (like pacegate.referral)");
      Sql.run(application, "grant all on referral to public");
      assertThat(Sql.refusalOf(() -> course.startPlan(application)).rule())
          .isEqualTo("plan_no_urgent_referral");
    }
  }

  /** What may happen to a standing plan's ground, and the rule that must hold at the commit. */
  record Fall(String says, String rule, String change) {
    @Override
    public String toString() {
      return says + " suspends the plan, or is refused by " + rule;
    }
  }

  static Stream<Fall> whatAPlanRestsOn() {
    return Stream.of(
        new Fall(
            "refuting the diagnosis",
            "plan_diagnosis_confirmed",
            """
            update diagnosis set verification_status = 'REFUTED', clinical_status = 'INACTIVE',
              ended_at = '2026-02-04T10:00:00Z'"""),
        new Fall(
            "revising the diagnosis",
            "plan_diagnosis_active",
            "update diagnosis set clinical_status = 'INACTIVE', ended_at = '2026-02-04T10:00:00Z'"),
        new Fall(
            "a lapse found later",
            "plan_signer_licensed",
            "update licence set lapsed_on = '2026-02-02' where profession = 'PHYSICIAN'"),
        new Fall(
            "an urgent referral",
            "plan_no_urgent_referral",
            """
            with asked as (
              insert into referral (id, episode_id, urgency, target, reason, state, requested_at, requested_by)
              select id + 50, episode_id, 'U1_SAME_DAY', target, 'another', 'DRAFT', requested_at, requested_by
                from referral where urgency = 'U3_ROUTINE'
              returning id, requested_at, requested_by)
            insert into referral_transition (id, referral_id, number, action, to_state, reason, at, by)
            select nextval('record_seq'), id, 1, 'DRAFT', 'DRAFT', 'another', requested_at, requested_by from asked"""),
        new Fall(
            "a dangerous answer at the follow-up",
            "plan_screening_cleared",
            """
            insert into screening (id, episode_id, rule_set, rule_set_version, status, max_urgency, performed_at,
              performed_on, performed_by, valid_until)
            select id + 50, episode_id, rule_set, 1, 'POSITIVE_OPEN', 'U0_EMERGENCY_NOW', '2026-02-04T10:00:00Z',
              '2026-02-04', performed_by, '2026-02-18' from screening"""),
        new Fall(
            "locking the episode",
            "plan_episode_goes_on",
            "update episode set state = 'LOCKED_RED_FLAG'"));
  }

  @ParameterizedTest(name = "R6.3 {0}")
  @MethodSource("whatAPlanRestsOn")
  void no_active_plan_is_left_on_what_no_longer_holds(Fall fall) throws SQLException {
    ValidCourse course = aCourse();
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      Sql.run(application, fall.change());
      assertThat(Sql.refusalOf(application::commit))
          .isEqualTo(new Sql.Refusal("PG001", fall.rule()));

      Sql.enterClinic(application, course.clinic());
      Sql.run(application, fall.change());
      Sql.run(application, "update care_plan set state = 'SUSPENDED', state_reason = 'why'");
      application.commit();
    }
    assertThat(plansOf(course)).isZero();
  }

  /** The physician who cleared a U1 flag is not the one who diagnosed. */
  private static ValidCourse clearedByAColleague(ValidCourse course) {
    return course
        .and("practitioner#second", "practitioner#physician", "id", course.id(40))
        .and(
            "licence#second",
            "licence#physician",
            "id",
            course.id(42),
            "practitioner_id",
            course.id(40),
            "number",
            "N40")
        .with("screening", "status", "POSITIVE_CLEARED")
        .with("screening", "max_urgency", "U1_SAME_DAY")
        .with("screening_flag#decided", "urgency", "U1_SAME_DAY")
        .with("flag_decision", "decided_by", course.id(40))
        .with("flag_decision", "licence_id", course.id(42));
  }

  private static final String COLLEAGUE_LAPSED =
      "update licence set lapsed_on = '2026-01-15' where number = 'N40'";

  @Test
  void R7_10_a_clearance_under_a_licence_that_had_lapsed_starts_no_plan() throws SQLException {
    ValidCourse course = clearedByAColleague(aCourse());
    course.with("licence#second", "lapsed_on", "2026-01-15");
    plant(course);
    try (Connection application = database.asApplication()) {
      assertThat(Sql.refusalOf(() -> course.startPlan(application)))
          .isEqualTo(new Sql.Refusal("PG001", "plan_no_standing_flag"));
    }
  }

  @Test
  void R7_10_a_lapse_reopens_what_was_decided_under_the_licence_and_suspends_the_plan()
      throws SQLException {
    ValidCourse course = clearedByAColleague(aCourse());
    try (Connection application = database.asApplication()) {
      course.lived(application);
      Sql.enterClinic(application, course.clinic());
      Sql.run(application, COLLEAGUE_LAPSED);
      assertThat(Sql.refusalOf(application::commit).rule())
          .isIn("plan_no_standing_flag", "flag_reopened_with_the_lapse");

      Sql.enterClinic(application, course.clinic());
      Sql.run(application, COLLEAGUE_LAPSED);
      Sql.run(application, "update care_plan set state = 'SUSPENDED', state_reason = 'why'");
      assertThat(Sql.refusalOf(application::commit))
          .isEqualTo(new Sql.Refusal("PG003", "flag_reopened_with_the_lapse"));

      Sql.enterClinic(application, course.clinic());
      Sql.run(application, COLLEAGUE_LAPSED);
      Sql.run(application, "update care_plan set state = 'SUSPENDED', state_reason = 'why'");
      reopen(course, application);
      application.commit();
    }
    assertThat(plansOf(course)).isZero();
  }

  private static void reopen(ValidCourse course, Connection application) throws SQLException {
    Sql.run(
        application,
        """
        insert into flag_decision (id, flag_id, number, state, decided_at, decided_on, decided_by, licence_id, reason)
        values (?, ?, 2, 'OPEN', '2026-02-05T10:00:00Z', '2026-02-05', ?, ?, 'flag.reopened.licenceLapsed')""",
        course.id(125),
        course.id(123),
        course.id(30),
        course.id(42));
    Sql.run(application, "update screening_flag set state = 'OPEN' where id = ?", course.id(123));
    Sql.run(application, "update screening set status = 'POSITIVE_OPEN'");
  }

  @Test
  void R7_10_deciding_and_finding_the_lapse_at_the_same_time_do_not_both_pass()
      throws SQLException, InterruptedException, ExecutionException {
    ValidCourse course = clearedByAColleague(aCourse());
    course.with("screening", "status", "POSITIVE_OPEN");
    course.with("screening_flag#decided", "state", "OPEN");
    plant(course.without("flag_decision"));
    try (Connection administrator = database.asApplication();
        Connection physician = database.asApplication()) {
      Sql.enterClinic(administrator, course.clinic());
      Sql.run(administrator, COLLEAGUE_LAPSED);
      var deciding =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return Sql.refusalOf(() -> clear(course, physician)).rule();
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThat(waitsFor(deciding)).isTrue();
      administrator.commit();
      assertThat(deciding.get()).isEqualTo("flag_decider_licensed");
    }
  }

  private static void clear(ValidCourse course, Connection physician) throws SQLException {
    Sql.enterClinic(physician, course.clinic());
    Sql.run(physician, "select set_config('pacegate.practitioner', ?, true)", "" + course.id(40));
    Sql.run(
        physician,
        """
        insert into flag_decision (id, flag_id, number, state, decided_at, decided_on, decided_by, licence_id, reason)
        values (?, ?, 1, 'CLEARED', '2026-02-01T11:00:00Z', '2026-02-01', ?, ?, 'examined')""",
        course.id(124),
        course.id(123),
        course.id(40),
        course.id(42));
    Sql.run(physician, "update screening_flag set state = 'CLEARED' where id = ?", course.id(123));
    Sql.run(physician, "update screening set status = 'POSITIVE_CLEARED'");
    physician.commit();
  }

  @Test
  void R6_3_a_plan_and_a_refutation_at_the_same_time_do_not_both_pass()
      throws SQLException, InterruptedException, ExecutionException {
    ValidCourse course = aCourse();
    plant(course);
    try (Connection therapist = database.asApplication();
        Connection physician = database.asApplication()) {
      Sql.enterClinic(physician, course.clinic());
      // As every service does: who does not may end in a deadlock, which passes neither.
      Sql.run(physician, "select from patient for no key update");
      Sql.run(
          physician,
          """
          update diagnosis set verification_status = 'REFUTED', clinical_status = 'INACTIVE',
            ended_at = '2026-02-03T10:00:00Z'""");
      var planning =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return Sql.refusalOf(() -> course.startPlan(therapist)).rule();
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThat(waitsFor(planning)).isTrue();
      physician.commit();
      assertThat(planning.get()).isEqualTo("plan_diagnosis_confirmed");
    }
  }

  private static boolean waitsFor(CompletableFuture<String> outcome)
      throws InterruptedException, ExecutionException {
    try {
      outcome.get(1, TimeUnit.SECONDS);
      return false;
    } catch (TimeoutException e) {
      return true;
    }
  }

  @Test
  void R6_3_what_a_plan_rests_on_only_changes_where_locks_help() throws SQLException {
    ValidCourse course = aCourse();
    plant(course);
    try (Connection application = database.asApplication()) {
      application.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      assertThat(Sql.refusalOf(() -> course.startPlan(application)).rule())
          .isEqualTo("plan_isolation");
    }
  }

  private static void plant(ValidCourse course) throws SQLException {
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      Sql.run(superuser, "select set_config('pacegate.clinic', ?, true)", "" + course.clinic());
      course.plantedUpToThePlan(superuser);
    }
  }

  private static long plansOf(ValidCourse course) throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, course.clinic());
      return Sql.number(application, "select count(*) from care_plan where state = 'ACTIVE'");
    }
  }
}

package org.pacegate.service.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.referral.DeliveryState;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.referral.ReferralRule;
import org.pacegate.domain.referral.ReferralRules;
import org.pacegate.domain.referral.ReferralState;
import org.pacegate.domain.screening.Urgency;
import org.postgresql.util.PSQLException;

/** R5.4 and R5.11 as the application's role in SQL: exactly the legal steps, by whoever may. */
class ReferralStepsTest {

  /** Who acts, by their number in {@link ValidCourse#id}; nobody is the clock. */
  private static final Map<String, Integer> ACTORS =
      Map.of("STAFF", 30, "THERAPIST", 20, "PHYSICIAN", 10, "ADMIN", 40);

  private static final Set<ReferralAction> AGAIN =
      Set.of(
          ReferralAction.DECLINE,
          ReferralAction.EXPIRE,
          ReferralAction.SUPERSEDE,
          ReferralAction.REDIRECT);

  /** What refuses a step that is not legal, and nothing else. */
  private static final Set<String> REFUSALS =
      Set.of(
          "referral_step_legal",
          "referral_step_by_whom",
          "referral_closed_for_good",
          "referral_sent_once",
          "referral_open_until_closed",
          "referral_resumes_where_held");

  /** Id of the course of care that somebody else has taken over. */
  private static final long OVER = 1_190;

  private static final long SUCCESSOR = 9_000;

  /** How long each waits for an appointment. */
  private static final Map<Urgency, Integer> HOURS =
      Map.of(
          Urgency.U1_SAME_DAY, 24,
          Urgency.U2_URGENT_1_2W, 24 * 14,
          Urgency.U3_ROUTINE, 24 * 90);

  private static final String ADMINISTRATOR =
      """
      insert into practitioner (id, family_name, given_name) values (1040, 'Only', 'Admin');
      insert into account (id, practitioner_id, login, password_hash, must_change_password, language)
        values (1041, 1040, 'only-admin', 'x', false, 'en');
      insert into account_role (account_id, role) values (1041, 'ADMIN')""";

  private static SchemaTestDatabase database;

  @BeforeAll
  static void aReferralInEveryStateOfEveryUrgency() throws SQLException {
    database = SchemaTestDatabase.fresh();
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
      Sql.run(superuser, "select set_config('pacegate.clinic', '1', true)");
      ValidCourse course = ValidCourse.in(1);
      course
          .withoutPlan()
          .withoutReferralSteps()
          .and("episode#over", "episode", "id", OVER, "state", "TRANSFERRED")
          .planted(superuser);
      Sql.run(superuser, "select set_config('pacegate.clinic', '1', true)");
      for (String statement : ADMINISTRATOR.split(";", -1)) {
        if (!statement.isBlank()) {
          Sql.run(superuser, statement);
        }
      }
      for (Urgency urgency : Urgency.values()) {
        for (ReferralState state : ReferralState.values()) {
          plant(superuser, urgency, state, id(urgency, state), 1_100);
          plant(superuser, urgency, state, handedOver(urgency, state), OVER);
        }
      }
      superuser.commit();
    }
  }

  private static long id(Urgency urgency, ReferralState state) {
    return 2_000
        + List.of(Urgency.values()).indexOf(urgency) * 100L
        + List.of(ReferralState.values()).indexOf(state);
  }

  /** The same in the course of care that somebody else has taken over. */
  private static long handedOver(Urgency urgency, ReferralState state) {
    return 1_000 + id(urgency, state);
  }

  private static void plant(
      Connection superuser, Urgency urgency, ReferralState state, long id, long episode)
      throws SQLException {
    Sql.run(
        superuser,
        "insert into referral (id, episode_id, urgency, target, reason, state, requested_at, requested_by, closed_at,"
            + " sent_at, expires_at, delivery) values (?, ?, ?, 'RHEUMATOLOGY', ?, ?, '2026-02-01', 1010,"
            + " cast(? as timestamptz), cast(? as timestamptz), cast(? as timestamptz), ?)",
        id,
        episode,
        urgency.name(),
        "reason " + id,
        state.name(),
        state.isOpen() ? null : "2026-02-03",
        state == ReferralState.DRAFT ? null : "2026-02-01",
        state == ReferralState.DRAFT || urgency == Urgency.U0_EMERGENCY_NOW ? null : "2026-02-02",
        state == ReferralState.DRAFT ? null : "SENT");
    step(superuser, id, 1, "CARRY_OVER", null, ReferralState.ACCEPTED, 1010L);
    step(superuser, id, 2, "CARRY_OVER", ReferralState.ACCEPTED, state, 1010L);
    if (state != ReferralState.DRAFT) {
      Sql.run(
          superuser,
          "insert into referral_delivery (id, referral_id, number, to_state, at, by)"
              + " values (nextval('record_seq'), ?, 1, 'SENT', '2026-02-01', 1010)",
          id);
    }
  }

  private static void step(
      Connection connection,
      long referral,
      int number,
      String action,
      ReferralState from,
      ReferralState to,
      Long by)
      throws SQLException {
    Sql.run(
        connection,
        "insert into referral_transition (id, referral_id, number, action, from_state, to_state, reason, at, by)"
            + " values (nextval('record_seq'), ?, ?, ?, ?, ?, 'because', '2026-02-04', cast(? as bigint))",
        referral,
        number,
        action,
        from == null ? null : from.name(),
        to.name(),
        by);
  }

  @Test
  void R5_4_the_database_has_the_domains_table() throws SQLException {
    try (Connection owner = database.asOwner()) {
      assertThat(
              Sql.texts(
                  owner,
                  """
                  select concat_ws(' ', coalesce(from_state, '-'), action, to_state,
                           (select string_agg(u, ',' order by u) from unnest(urgencies) u),
                           (select string_agg(w, ',' order by w) from unnest(who) w))
                    from referral_rules()"""))
          .containsExactlyInAnyOrderElementsOf(
              ReferralRules.all().stream().map(ReferralStepsTest::text).toList());
      assertThat(
              Sql.texts(
                  owner,
                  "select from_state || ' ' || to_state from delivery_rules()"
                      + " where from_state is not null"))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(DeliveryState.values())
                  .flatMap(from -> from.next().stream().map(to -> from + " " + to))
                  .toList());
    }
  }

  private static String text(ReferralRule rule) {
    return String.join(
        " ",
        rule.from() == null ? "-" : rule.from().name(),
        rule.action().name(),
        rule.to().name(),
        rule.urgencies().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
        who(rule).stream().sorted().collect(Collectors.joining(",")));
  }

  private static Set<String> who(ReferralRule rule) {
    Set<String> who = rule.roles().stream().map(Role::name).collect(Collectors.toSet());
    if (rule.nobody()) {
      who.add("NOBODY");
    }
    return who;
  }

  @ParameterizedTest
  @EnumSource(Urgency.class)
  void R5_4_of_every_pair_of_states_exactly_the_legal_steps_pass_by_whoever_may(Urgency urgency)
      throws SQLException {
    Set<String> passed = new TreeSet<>();
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      for (ReferralState from : ReferralState.values()) {
        for (ReferralState to : ReferralState.values()) {
          for (ReferralAction action : leadingTo(to)) {
            for (String who : List.of("STAFF", "THERAPIST", "PHYSICIAN", "ADMIN", "NOBODY")) {
              if (passes(application, urgency, from, action, to, who)) {
                passed.add(String.join(" ", from.name(), action.name(), to.name(), who));
              }
            }
          }
        }
      }
    }
    assertThat(passed).isEqualTo(legal(urgency));
  }

  private static List<ReferralAction> leadingTo(ReferralState to) {
    return ReferralRules.all().stream()
        .filter(rule -> rule.to() == to)
        .map(ReferralRule::action)
        .distinct()
        .toList();
  }

  /** What was held was accepted, and goes on there. */
  private static Set<String> legal(Urgency urgency) {
    Set<String> legal = new TreeSet<>();
    ReferralRules.all().stream()
        .filter(rule -> rule.from() != null && rule.urgencies().contains(urgency))
        .filter(
            rule -> rule.action() != ReferralAction.RESUME || rule.to() == ReferralState.ACCEPTED)
        .forEach(
            rule ->
                who(rule)
                    .forEach(
                        who ->
                            legal.add(
                                String.join(
                                    " ",
                                    rule.from().name(),
                                    rule.action().name(),
                                    rule.to().name(),
                                    who))));
    return legal;
  }

  private static boolean passes(
      Connection application,
      Urgency urgency,
      ReferralState from,
      ReferralAction action,
      ReferralState to,
      String who)
      throws SQLException {
    Savepoint before = application.setSavepoint();
    Long by = ACTORS.containsKey(who) ? Long.valueOf(1_000 + ACTORS.get(who)) : null;
    long id = action == ReferralAction.HAND_OVER ? handedOver(urgency, from) : id(urgency, from);
    try {
      move(application, id, urgency, from, action, to);
      step(application, id, 3, action.name(), from, to, by);
      if (action == ReferralAction.SEND) {
        letter(application, id, by);
      }
      Sql.run(application, "set constraints all immediate");
      return true;
    } catch (PSQLException refused) {
      assertThat(refused.getServerErrorMessage().getConstraint()).isIn(REFUSALS);
      return false;
    } finally {
      application.rollback(before);
    }
  }

  /** Everything that the step needs besides, so that only the step itself can be refused. */
  private static void move(
      Connection application,
      long id,
      Urgency urgency,
      ReferralState from,
      ReferralAction action,
      ReferralState to)
      throws SQLException {
    boolean sends = action == ReferralAction.SEND;
    boolean closes = from.isOpen() && !to.isOpen();
    boolean again = closes && AGAIN.contains(action);
    Sql.run(
        application,
        "update referral set state = ?"
            + (closes ? ", closed_at = '2026-02-04', closed_by = 1010, outcome = 'because'" : "")
            + (again ? ", superseded_by_id = " + SUCCESSOR : "")
            + (action == ReferralAction.COMPLETE && closes ? ", result = 'DIAGNOSIS'" : "")
            + (action == ReferralAction.SCHEDULE ? ", appointment_at = '2026-02-20'" : "")
            + (sends ? ", delivery = 'QUEUED', sent_at = '2026-02-04'" : "")
            + (sends && urgency != Urgency.U0_EMERGENCY_NOW
                ? ", expires_at = timestamptz '2026-02-04' + interval '"
                    + HOURS.get(urgency)
                    + " hours'"
                : "")
            + " where id = ?",
        to.name(),
        id);
    if (sends) {
      delivery(application, id, 1, null, "QUEUED", null);
    }
    if (again) {
      successor(application, id, action == ReferralAction.REDIRECT ? "ED" : "RHEUMATOLOGY");
    }
  }

  /** Sending has one; whoever is nobody could write none. */
  private static void letter(Connection application, long id, Long by) throws SQLException {
    Sql.run(
        application,
        "insert into referral_letter (id, referral_id, language, content, content_hash, pdf, pdf_hash, sent_at, sent_by)"
            + " values (nextval('record_seq'), ?, 'en', '', encode(sha256(''), 'hex'), '',"
            + " encode(sha256(''), 'hex'), '2026-02-04', ?)",
        id,
        by == null ? 1010L : by);
  }

  /** The same again, or of somebody else, in its place. */
  private static void successor(Connection application, long of, String target)
      throws SQLException {
    Sql.run(
        application,
        "insert into referral (id, episode_id, screening_id, urgency, target, reason, state, requested_at, requested_by)"
            + " select ?, episode_id, screening_id, urgency, ?, reason, 'DRAFT', '2026-02-04', 1010"
            + " from referral where id = ?",
        SUCCESSOR,
        target,
        of);
    step(application, SUCCESSOR, 1, "DRAFT_AGAIN", null, ReferralState.DRAFT, 1010L);
  }

  private static void delivery(
      Connection application, long id, int number, String from, String to, String reason)
      throws SQLException {
    Sql.run(
        application,
        "insert into referral_delivery (id, referral_id, number, from_state, to_state, reason, at, by)"
            + " values (nextval('record_seq'), ?, ?, ?, ?, ?, '2026-02-02', 1030)",
        id,
        number,
        from,
        to,
        reason);
  }

  @Test
  void R5_11_exactly_the_legal_steps_of_a_delivery_pass() throws SQLException {
    long id = id(Urgency.U2_URGENT_1_2W, ReferralState.SENT);
    Set<String> passed = new TreeSet<>();
    Set<String> legal = new TreeSet<>();
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      for (DeliveryState from : DeliveryState.values()) {
        from.next().forEach(to -> legal.add(from + " " + to));
        for (DeliveryState to : DeliveryState.values()) {
          Savepoint before = application.setSavepoint();
          try {
            comeTo(application, id, from);
            Sql.run(application, "update referral set delivery = ? where id = ?", to.name(), id);
            int number = 1 + lastDelivery(application, id);
            delivery(application, id, number, from.name(), to.name(), "because");
            Sql.run(application, "set constraints all immediate");
            passed.add(from + " " + to);
          } catch (PSQLException refused) {
            assertThat(refused.getServerErrorMessage().getConstraint()).isEqualTo("delivery_legal");
          } finally {
            application.rollback(before);
          }
        }
      }
    }
    assertThat(passed).isEqualTo(legal);
  }

  /** From SENT, where it was planted, by legal steps. */
  private static void comeTo(Connection application, long id, DeliveryState state)
      throws SQLException {
    List<String> way =
        switch (state) {
          case SENT -> List.of();
          case QUEUED -> List.of("BOUNCED", "QUEUED");
          case FAILED -> List.of("BOUNCED", "QUEUED", "FAILED");
          default -> List.of(state.name());
        };
    String last = "SENT";
    for (String next : way) {
      delivery(application, id, 1 + lastDelivery(application, id), last, next, "because");
      last = next;
    }
  }

  private static int lastDelivery(Connection application, long id) throws SQLException {
    return (int)
        Sql.number(
            application, "select max(number) from referral_delivery where referral_id = ?", id);
  }

  /** What must not be, and the rule that refuses it. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "referral_state_is_its_last_step | update referral set state = 'RECEIVED' where id = 2201",
        "referral_delivery_is_its_last_step | update referral set delivery = 'OPENED' where id = 2201",
        "referral_sent_once | update referral set expires_at = '2027-01-01' where id = 2201",
        "referral_closed_for_good | update referral set state = 'SENT', closed_at = null where id = 2210",
        "referral_closed_for_good | update referral set outcome = 'other' where id = 2210",
        "referral_replaced_at_the_end | update referral set superseded_by_id = 2202 where id = 2201",
        "referral_result_at_the_end | update referral set result = 'DIAGNOSIS' where id = 2201",
        "referral_open_once | insert into referral (id, episode_id, urgency, target, reason, state, requested_at,"
            + " requested_by) select 2999, episode_id, urgency, target, reason, 'DRAFT', requested_at, requested_by"
            + " from referral where id = 2201",
        "referral_step_follows | insert into referral_transition (id, referral_id, number, action, from_state, to_state,"
            + " at, by) values (9999, 2201, 7, 'RECEIVE', 'SENT', 'RECEIVED', '2026-02-04', 1030)",
        "referral_state_is_its_last_step | insert into referral_transition (id, referral_id, number, action, from_state,"
            + " to_state, at, by) values (9999, 2201, 3, 'RECEIVE', 'SENT', 'RECEIVED', '2026-02-04', 1030)"
      })
  void R5_4_nothing_goes_round_the_steps(String rule, String change) throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      assertThat(
              Sql.refusalOf(
                      () -> {
                        Sql.run(application, change);
                        Sql.run(application, "set constraints all immediate");
                      })
                  .rule())
          .isEqualTo(rule);
    }
  }

  /** A step whose row lacks something that belongs to it. */
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "referral_step_with_reason | 2201 | DECLINE | SENT | DECLINED | 1030 | ''",
        "referral_asked_again | 2201 | DECLINE | SENT | DECLINED | 1030 | no room",
        "referral_asked_again | 2201 | EXPIRE | SENT | EXPIRED | | late",
        "referral_has_its_result | 2206 | COMPLETE | IN_PROGRESS | COMPLETED | 1010 | seen",
        "referral_has_its_appointment | 2203 | SCHEDULE | ACCEPTED | SCHEDULED | 1030 | ''",
        "referral_sent_with_its_time | 2200 | SEND | DRAFT | SENT | 1010 | ''",
        "referral_asked_again | 2201 | REDIRECT | SENT | SUPERSEDED | 1010 | elsewhere",
        "referral_asked_again | 2201 | SUPERSEDE | SENT | SUPERSEDED | 1010 | red",
        "referral_asked_again | 2304 | SUPERSEDE | SCHEDULED | SUPERSEDED | 1010 | has an appointment",
        "referral_handed_over_with_its_episode | 2201 | HAND_OVER | SENT | CANCELLED | 1010 | Dr Ruiz"
      })
  void R5_4_a_step_has_what_belongs_to_it(
      String rule,
      long referral,
      String action,
      ReferralState from,
      ReferralState to,
      Long by,
      String reason)
      throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      Sql.run(
          application,
          "update referral set state = ?"
              + (to.isOpen() ? "" : ", closed_at = '2026-02-04', outcome = 'because'")
              + " where id = ?",
          to.name(),
          referral);
      Sql.run(
          application,
          "insert into referral_transition (id, referral_id, number, action, from_state, to_state, reason, at, by)"
              + " values (9999, ?, 3, ?, ?, ?, nullif(?, ''), '2026-02-04', cast(? as bigint))",
          referral,
          action,
          from.name(),
          to.name(),
          reason,
          by);
      assertThat(Sql.refusalOf(() -> Sql.run(application, "set constraints all immediate")).rule())
          .isEqualTo(rule);
    }
  }

  /**
   * What may not stand in its place: itself, a closed one, another question, another's, one less
   * urgent.
   */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "DECLINE, 2201",
    "DECLINE, 2210",
    "DECLINE, 2200",
    "DECLINE, 3200",
    "SUPERSEDE, 2201",
    "SUPERSEDE, 2110",
    "SUPERSEDE, 2300",
    "SUPERSEDE, 1122",
    "SUPERSEDE, 3100",
    "REDIRECT, 2201",
    "REDIRECT, 2300",
    "REDIRECT, 1122",
    "REDIRECT, 3100"
  })
  void R5_9_what_takes_its_place_asks_for_no_less(ReferralAction action, long successor)
      throws SQLException {
    ReferralState to =
        action == ReferralAction.DECLINE ? ReferralState.DECLINED : ReferralState.SUPERSEDED;
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      Sql.run(
          application,
          "update referral set state = ?, closed_at = '2026-02-04', outcome = 'because', superseded_by_id = ?"
              + " where id = 2201",
          to.name(),
          successor);
      step(application, 2201, 3, action.name(), ReferralState.SENT, to, 1010L);
      assertThat(Sql.refusalOf(() -> Sql.run(application, "set constraints all immediate")).rule())
          .isEqualTo("referral_asked_again");
    }
  }

  @Test
  void R5_8_a_confirmed_diagnosis_ends_a_routine_question_without_another_in_its_place()
      throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      Sql.run(
          application,
          "update referral set state = 'SUPERSEDED', closed_at = '2026-02-04', outcome = 'because' where id = 2301");
      step(application, 2301, 3, "SUPERSEDE", ReferralState.SENT, ReferralState.SUPERSEDED, 1010L);
      assertThat(Sql.run(application, "set constraints all immediate")).isZero();
    }
  }

  @Test
  void R5_10_it_is_sent_with_the_time_of_its_urgency() throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      Sql.run(
          application,
          "update referral set state = 'SENT', delivery = 'QUEUED', sent_at = '2026-02-04',"
              + " expires_at = '2027-02-04' where id = 2200");
      delivery(application, 2200, 1, null, "QUEUED", null);
      step(application, 2200, 3, "SEND", ReferralState.DRAFT, ReferralState.SENT, 1010L);
      assertThat(Sql.refusalOf(() -> Sql.run(application, "set constraints all immediate")).rule())
          .isEqualTo("referral_sent_with_its_time");
    }
  }

  @Test
  void R5_10_what_was_on_hold_waits_no_longer_than_its_urgencys_time_again() throws SQLException {
    try (Connection application = database.asApplication()) {
      for (boolean longer : List.of(false, true)) {
        Sql.enterClinic(application, 1);
        Sql.run(
            application,
            "update referral set state = 'ACCEPTED', expires_at = timestamptz '2026-02-04'"
                + " + interval '336 hours' + cast(? as interval) where id = 2207",
            longer ? "1 second" : "0 seconds");
        step(application, 2207, 3, "RESUME", ReferralState.ON_HOLD, ReferralState.ACCEPTED, 1010L);
        if (longer) {
          assertThat(
                  Sql.refusalOf(() -> Sql.run(application, "set constraints all immediate")).rule())
              .isEqualTo("referral_waits_on_no_longer");
        } else {
          assertThat(Sql.run(application, "set constraints all immediate")).isZero();
        }
        application.rollback();
      }
    }
  }

  @Test
  void R5_10_it_does_not_expire_before_its_time() throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      move(
          application,
          2201,
          Urgency.U2_URGENT_1_2W,
          ReferralState.SENT,
          ReferralAction.EXPIRE,
          ReferralState.EXPIRED);
      Sql.run(
          application,
          "insert into referral_transition (id, referral_id, number, action, from_state, to_state, reason, at)"
              + " values (9998, 2201, 3, 'EXPIRE', 'SENT', 'EXPIRED', 'late', '2026-02-01T23:59:59Z')");
      assertThat(Sql.refusalOf(() -> Sql.run(application, "set constraints all immediate")).rule())
          .isEqualTo("referral_expires_after_its_time");
    }
  }

  @ParameterizedTest(name = "{0}, screening {1}")
  @CsvSource({"DRAFT, 1120", "DRAFT_BY_RULE, ", "DRAFT_AGAIN, ", "DRAFT_AGAIN, 1120"})
  void R5_9_a_draft_has_the_cause_that_its_step_names(String action, Long screening)
      throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      Sql.run(
          application,
          "insert into referral (id, episode_id, screening_id, urgency, target, reason, state, requested_at,"
              + " requested_by) values (9001, 1100, cast(? as bigint), 'U2_URGENT_1_2W', 'ED', 'new', 'DRAFT',"
              + " '2026-02-04', 1010)",
          screening);
      step(application, 9001, 1, action, null, ReferralState.DRAFT, 1010L);
      assertThat(Sql.refusalOf(() -> Sql.run(application, "set constraints all immediate")).rule())
          .isEqualTo("referral_drafted_for_a_cause");
    }
  }

  /** A step of a delivery whose row lacks something that belongs to it. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "delivery_follows | 2201 | 7 | SENT | HANDED_OVER | because | 1030",
        "delivery_follows | 2201 | 2 | QUEUED | HANDED_OVER | because | 1030",
        "delivery_by_whom | 2201 | 2 | SENT | HANDED_OVER | because | 1040",
        "delivery_with_reason | 2201 | 2 | SENT | BOUNCED | '' | 1030",
        "delivery_of_an_open_referral | 2210 | 2 | SENT | HANDED_OVER | because | 1030",
        "referral_delivery_is_its_last_step | 2202 | 2 | SENT | HANDED_OVER | because | 1030"
      })
  void R5_11_a_step_of_a_delivery_has_what_belongs_to_it(
      String rule, long referral, int number, String from, String to, String reason, long by)
      throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      if (referral == 2201) {
        Sql.run(application, "update referral set delivery = ? where id = 2201", to);
      }
      Sql.run(
          application,
          "insert into referral_delivery (id, referral_id, number, from_state, to_state, reason, at, by)"
              + " values (9997, ?, ?, ?, ?, nullif(?, ''), '2026-02-04', ?)",
          referral,
          number,
          from,
          to,
          reason,
          by);
      assertThat(Sql.refusalOf(() -> Sql.run(application, "set constraints all immediate")).rule())
          .isEqualTo(rule);
    }
  }

  @Test
  void R5_12_what_a_standing_flag_asks_for_is_not_ended_by_hand() throws SQLException {
    SchemaTestDatabase flagged = SchemaTestDatabase.fresh();
    try (Connection superuser = flagged.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
      Sql.run(superuser, "select set_config('pacegate.clinic', '1', true)");
      ValidCourse.in(1)
          .withoutPlan()
          .without("flag_decision")
          .with("screening_flag#decided", "state", "OPEN")
          .with("screening_flag#decided", "urgency", "U2_URGENT_1_2W")
          .with("screening", "status", "POSITIVE_OPEN")
          .with("referral", "reason", "rule.REDS-2")
          .and(
              "referral#rule",
              "referral",
              "id",
              1_195L,
              "screening_id",
              null,
              "target",
              "ED",
              "reason",
              "rule.REDS-2")
          .and(
              "referral_transition#rule",
              "referral_transition",
              "id",
              1_196L,
              "referral_id",
              1_195L)
          .planted(superuser);
    }
    try (Connection application = flagged.asApplication()) {
      for (String action : List.of("CANCEL", "CLEAR", "ENTER_IN_ERROR")) {
        ReferralState to =
            action.equals("ENTER_IN_ERROR")
                ? ReferralState.ENTERED_IN_ERROR
                : ReferralState.CANCELLED;
        for (long asked : List.of(1_122L, 1_195L)) {
          Sql.enterClinic(application, 1);
          Sql.run(
              application,
              "update referral set state = ?, closed_at = '2026-02-04', outcome = 'x' where id = ?",
              to.name(),
              asked);
          step(application, asked, 2, action, ReferralState.DRAFT, to, 1010L);
          assertThat(
                  Sql.refusalOf(() -> Sql.run(application, "set constraints all immediate")).rule())
              .as("%s %s", action, asked)
              .isEqualTo("referral_flag_cleared_first");
          application.rollback();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"rule.REDS-2, false", "rule.FX-3, true"})
  void R5_12_what_a_standing_flag_asks_for_is_not_put_on_hold(String reason, boolean held)
      throws SQLException {
    SchemaTestDatabase flagged = SchemaTestDatabase.fresh();
    try (Connection superuser = flagged.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
      Sql.run(superuser, "select set_config('pacegate.clinic', '1', true)");
      ValidCourse.in(1)
          .withoutPlan()
          .without("flag_decision")
          .with("screening_flag#decided", "state", "OPEN")
          .with("screening_flag#decided", "urgency", "U2_URGENT_1_2W")
          .with("screening", "status", "POSITIVE_OPEN")
          .with("referral", "reason", reason)
          .with("referral", "state", "ACCEPTED")
          .with("referral_transition", "to_state", "ACCEPTED")
          .planted(superuser);
    }
    try (Connection application = flagged.asApplication()) {
      Sql.enterClinic(application, 1);
      Sql.run(application, "update referral set state = 'ON_HOLD' where id = 1122");
      step(application, 1122, 2, "HOLD", ReferralState.ACCEPTED, ReferralState.ON_HOLD, 1010L);
      if (held) {
        assertThat(Sql.run(application, "set constraints all immediate")).isZero();
      } else {
        assertThat(
                Sql.refusalOf(() -> Sql.run(application, "set constraints all immediate")).rule())
            .isEqualTo("referral_flag_cleared_first");
      }
    }
  }

  @Test
  void R5_14_an_answer_is_not_taken_back_with_nobody_asked() throws SQLException {
    SchemaTestDatabase answered = SchemaTestDatabase.fresh();
    try (Connection superuser = answered.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
      Sql.run(superuser, "select set_config('pacegate.clinic', '1', true)");
      ValidCourse.in(1)
          .withoutPlan()
          .without("flag_decision")
          .with("screening_flag#decided", "state", "OPEN")
          .with("screening_flag#decided", "urgency", "U2_URGENT_1_2W")
          .with("screening", "status", "POSITIVE_OPEN")
          .with("referral", "reason", "rule.REDS-2")
          .with("referral", "state", "COMPLETED")
          .with("referral", "closed_at", "2026-02-03T10:00:00Z")
          .with("referral_transition", "to_state", "COMPLETED")
          .planted(superuser);
    }
    try (Connection application = answered.asApplication()) {
      for (boolean again : List.of(false, true)) {
        Sql.enterClinic(application, 1);
        Sql.run(
            application,
            "update referral set state = 'ENTERED_IN_ERROR'"
                + (again ? ", superseded_by_id = " + SUCCESSOR : "")
                + " where id = 1122");
        step(
            application,
            1122,
            2,
            "ENTER_IN_ERROR",
            ReferralState.COMPLETED,
            ReferralState.ENTERED_IN_ERROR,
            1010L);
        if (again) {
          successor(application, 1122, "GP");
          assertThat(Sql.run(application, "set constraints all immediate")).isZero();
        } else {
          assertThat(
                  Sql.refusalOf(() -> Sql.run(application, "set constraints all immediate")).rule())
              .isEqualTo("referral_asked_again");
        }
        application.rollback();
      }
    }
  }

  @Test
  void R5_4_a_step_is_taken_by_whoever_acts_at_its_time() throws SQLException {
    SchemaTestDatabase working = SchemaTestDatabase.fresh();
    try (Connection superuser = working.asSuperuserWithoutTriggers()) {
      ValidCourse.loadCodes(superuser);
      Sql.run(superuser, "select set_config('pacegate.clinic', '1', true)");
      ValidCourse.today(1).withoutPlan().planted(superuser);
    }
    try (Connection application = working.asApplication()) {
      Sql.enterClinic(application, 1);
      assertThat(
              Sql.refusalOf(
                      () ->
                          step(
                              application,
                              1128,
                              3,
                              "RECEIVE",
                              ReferralState.SENT,
                              ReferralState.RECEIVED,
                              1010L))
                  .rule())
          .isEqualTo("referral_step_by_actor");
      application.rollback();
      Sql.enterClinic(application, 1);
      Sql.run(application, "update referral set state = 'RECEIVED' where id = 1128");
      step(application, 1128, 3, "RECEIVE", ReferralState.SENT, ReferralState.RECEIVED, 1030L);
      assertThat(Sql.refusalOf(() -> Sql.run(application, "set constraints all immediate")).rule())
          .isEqualTo("referral_step_at_its_time");
      application.rollback();
      Sql.enterClinic(application, 1);
      assertThat(Sql.refusalOf(() -> handedOver(application, 1010L)).rule())
          .isEqualTo("delivery_by_actor");
      application.rollback();
      Sql.enterClinic(application, 1);
      Sql.run(application, "update referral set delivery = 'HANDED_OVER' where id = 1128");
      handedOver(application, 1030L);
      assertThat(Sql.refusalOf(() -> Sql.run(application, "set constraints all immediate")).rule())
          .isEqualTo("delivery_at_its_time");
    }
  }

  private static void handedOver(Connection application, long by) throws SQLException {
    Sql.run(
        application,
        "insert into referral_delivery (id, referral_id, number, from_state, to_state, at, by)"
            + " values (9997, 1128, 2, 'QUEUED', 'HANDED_OVER', '2026-02-02', ?)",
        by);
  }
}

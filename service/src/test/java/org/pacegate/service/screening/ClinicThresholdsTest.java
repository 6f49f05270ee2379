package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.demonstration.LoadedDemonstration.PHYSICIAN;
import static org.pacegate.service.demonstration.LoadedDemonstration.SIERRA;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.DangerClock;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.clinic.PasswordRefused;
import org.pacegate.service.demonstration.LoadedDemonstration;
import org.pacegate.service.intake.EntryChange;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.intake.SaveIntake;
import org.pacegate.service.screening.ThresholdLine.Standing;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Settings;
import org.pacegate.service.testing.Services;
import org.pacegate.service.testing.TestClinics;

/** R1.50 to R1.57 on PostgreSQL, with the other clinic looking on. */
class ClinicThresholdsTest {

  private static final String ADMIN = "olivia.hart@riverside";
  private static final String ANOTHER = "henry.whitcombe@riverside";
  private static final String UNLICENSED = "marcus.feld@riverside";
  private static final String PASSWORD = "slow-miles-heal-well";

  private static Instant now;

  private static TestClinics clinics;

  @BeforeAll
  static void open() {
    now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    clinics = LoadedDemonstration.afresh(now);
  }

  @AfterAll
  static void close() {
    clinics.close();
  }

  private static <T> T as(String login, Function<Services, T> work) {
    return clinics.as(login, work);
  }

  private static LocalDate today() {
    return as(PHYSICIAN, services -> services.get(ClinicContext.class).today());
  }

  private static long draft(
      String login, String ruleSet, int version, Map<String, Integer> values) {
    return draft(login, new DraftThresholds(ruleSet, version, values, "agreed", UUID.randomUUID()));
  }

  private static long draft(String login, DraftThresholds wanted) {
    return as(login, services -> services.get(Thresholds.class).draft(wanted));
  }

  private static void sign(String login, long thresholdId, LocalDate from) {
    sign(login, new SignThresholds(thresholdId, from, PASSWORD));
  }

  private static void sign(String login, SignThresholds command) {
    as(
        login,
        services -> {
          services.get(Thresholds.class).sign(command);
          return null;
        });
  }

  private static RuleSet current(String login, String ruleSet) {
    return as(login, services -> services.get(ClinicRules.class).current(ruleSet));
  }

  private static int value(RuleSet rules, String parameter) {
    return rules.parameters().expect(parameter).value();
  }

  private static Standing standing(long thresholdId) {
    return as(ADMIN, services -> services.get(Thresholds.class).one(thresholdId)).line().standing();
  }

  private static void refused(String code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            DomainRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void r150ASignedDraftIsUsedFromItsDayOnAndNotBefore() {
    long draft = draft(ADMIN, "knee", 1, Map.of("bone-stress.seen-within", 3));
    assertThat(value(current(PHYSICIAN, "knee"), "bone-stress.seen-within")).isEqualTo(7);
    assertThat(standing(draft)).isEqualTo(Standing.DRAFT);

    sign(PHYSICIAN, draft, today().plusDays(1));
    assertThat(value(current(PHYSICIAN, "knee"), "bone-stress.seen-within")).isEqualTo(7);
    assertThat(standing(draft)).isEqualTo(Standing.TO_COME);

    clinics.pass(Duration.ofDays(1));
    assertThat(value(current(PHYSICIAN, "knee"), "bone-stress.seen-within")).isEqualTo(3);
    assertThat(current(PHYSICIAN, "knee").thresholds()).contains(draft);
    assertThat(standing(draft)).isEqualTo(Standing.IN_FORCE);
    assertThat(value(current(SIERRA, "knee"), "bone-stress.seen-within")).isEqualTo(7);
  }

  @Test
  void r151WhatWasBegunKeepsTheThresholdsItWasMadeWith() {
    long first = draft(ADMIN, "lower-leg", 1, Map.of("bone-stress.seen-within", 5));
    sign(PHYSICIAN, first, today());
    long intake = begun("lower-leg");

    long second = draft(ADMIN, "lower-leg", 1, Map.of("bone-stress.seen-within", 2));
    sign(PHYSICIAN, second, today());

    assertThat(value(of(intake), "bone-stress.seen-within")).isEqualTo(5);
    assertThat(of(intake).thresholds()).contains(first);
    assertThat(value(of(begun("lower-leg")), "bone-stress.seen-within")).isEqualTo(2);
    assertThat(standing(first)).isEqualTo(Standing.REPLACED);
  }

  @Test
  void R4_40_an_intake_under_signed_thresholds_may_turn_to_another_region() {
    RuleSet shipped = current(PHYSICIAN, "low-back-pain");
    String parameter = shipped.parameters().all().get(0).name();
    long signed =
        draft(
            ADMIN,
            "low-back-pain",
            shipped.version(),
            Map.of(parameter, shipped.parameters().all().get(0).min()));
    sign(PHYSICIAN, signed, today());

    long intake = as(PHYSICIAN, services -> services.get(Intakes.class).start());
    assertThat(of(intake).thresholds()).contains(signed);
    as(
        PHYSICIAN,
        services ->
            services
                .get(Intakes.class)
                .save(
                    new SaveIntake(
                        intake,
                        IntakeStep.COMPLAINT,
                        UUID.randomUUID(),
                        Map.of("complaint.bodySite", EntryChange.first("KNEE")))));
    assertThat(of(intake).id()).isEqualTo("knee");
  }

  private static long begun(String ruleSet) {
    return as(
        PHYSICIAN,
        services -> {
          RuleSet rules = services.get(ClinicRules.class).current(ruleSet);
          Intake intake =
              Intake.start(
                  ruleSet, rules.version(), services.get(ClinicContext.class).attribution());
          intake.judgeBy(rules.thresholds());
          services.get(EntityManager.class).persist(intake);
          return intake.id();
        });
  }

  private static RuleSet of(long intake) {
    return as(PHYSICIAN, services -> services.get(Intakes.class).open(intake).rules());
  }

  @Test
  void r150AResultNamesTheThresholdsItWasMadeWith() {
    long draft = draft(ADMIN, "thigh", 1, Map.of("reds.signs", 3));
    sign(PHYSICIAN, draft, today());

    long screening = screened(current(PHYSICIAN, "thigh"));
    ScreeningView shown = as(PHYSICIAN, services -> services.get(Screenings.class).view(screening));
    ThresholdView signed = as(ADMIN, services -> services.get(Thresholds.class).one(draft));
    assertThat(shown.thresholds()).isEqualTo(signed.line().number());
    assertThatThrownBy(
            () ->
                as(
                    PHYSICIAN,
                    services ->
                        services
                            .get(EntityManager.class)
                            .createNativeQuery(
                                "update intake set threshold_version_id = ?1"
                                    + " where rule_set = 'low-back-pain' and state = 'DRAFT'")
                            .setParameter(1, draft)
                            .executeUpdate()))
        .as("another rule set's thresholds")
        .hasStackTraceContaining("intake_thresholds_of_its_rule_set");
  }

  private static long screened(RuleSet rules) {
    return as(
        PHYSICIAN,
        services -> {
          EntityManager em = services.get(EntityManager.class);
          Number episode =
              (Number)
                  em.createNativeQuery(
                          "select min(id) from episode where state = 'AWAITING_DIAGNOSIS'")
                      .getSingleResult();
          Screening screening =
              new Screening(
                  episode.longValue(),
                  null,
                  rules.soFar(Answers.none()),
                  14,
                  DangerClock.proposed(services.get(ClinicContext.class).acting().zone()),
                  services.get(ClinicContext.class).attribution());
          em.persist(screening);
          return screening.id();
        });
  }

  @Test
  void r151AWrongOneIsTakenBackBeforeItsDay() {
    long wrong = draft(ADMIN, "ankle-and-foot", 1, Map.of("bone-stress.seen-within", 1));
    sign(PHYSICIAN, wrong, today().plusDays(9));
    long back = draft(ADMIN, "ankle-and-foot", 1, Map.of());
    sign(ANOTHER, back, today());

    assertThat(standing(wrong)).isEqualTo(Standing.REPLACED);
    assertThat(value(current(PHYSICIAN, "ankle-and-foot"), "bone-stress.seen-within")).isEqualTo(7);
    assertThat(current(PHYSICIAN, "ankle-and-foot").thresholds()).contains(back);
  }

  @Test
  void r152ASecondClickGivesTheFirstDraftAndAnotherFormIsRefused() {
    DraftThresholds wanted =
        new DraftThresholds(
            "low-back-pain", 2, Map.of("ces.stable-after", 30), "agreed", UUID.randomUUID());
    long first = draft(ADMIN, wanted);

    assertThat(draft(ADMIN, wanted)).isEqualTo(first);
    refused(
        "submission.keyUsed",
        () ->
            draft(
                ADMIN,
                new DraftThresholds(
                    "low-back-pain", 2, Map.of("ces.stable-after", 31), "agreed", wanted.key())));
    refused(
        "invalid.ces.stable-after.bounds",
        () -> draft(ADMIN, "low-back-pain", 2, Map.of("ces.stable-after", 13)));
    refused("threshold.unknown", () -> draft(ADMIN, "elbow", 1, Map.of("ces.stable-after", 30)));
  }

  @Test
  void r153ADraftShowsWhatItMoves() {
    long draft = draft(ADMIN, "low-back-pain", 2, Map.of("ces.stable-after", 30));
    ThresholdView view = as(ADMIN, services -> services.get(Thresholds.class).one(draft));

    assertThat(view.before()).containsEntry("ces.stable-after", 14);
    assertThat(view.mayDiagnose()).isFalse();
    assertThat(view.trial().failures()).isEmpty();
    assertThat(view.trial().changed()).isNotEmpty().allMatch(each -> each.movedAlong());
    assertThat(view.trial().moved())
        .singleElement()
        .satisfies(
            moved -> {
              assertThat(moved.value()).isEqualTo(30);
              assertThat(moved.rules()).contains("CES-1", "CES-2", "CES-3", "CES-5", "CES-T");
            });
    assertThat(as(PHYSICIAN, services -> services.get(Thresholds.class).one(draft)).mayDiagnose())
        .isTrue();
  }

  @Test
  void r154OnlyALicensedPersonSignsOnceAndWithThePassword() {
    long draft = draft(ADMIN, "hip-and-groin", 1, Map.of("reds.signs", 3));
    assertThatThrownBy(() -> sign(PHYSICIAN, new SignThresholds(draft, today(), "guess")))
        .isInstanceOf(PasswordRefused.class);
    refused("threshold.noAuthority", () -> sign(UNLICENSED, draft, today()));
    refused("invalid.effectiveFrom.past", () -> sign(PHYSICIAN, draft, today().minusDays(1)));
    sign(PHYSICIAN, draft, today());
    sign(PHYSICIAN, draft, today());
    refused("threshold.signed", () -> sign(ANOTHER, draft, today()));

    assertThat(audited("entity = 'ThresholdVersion' and entity_id = " + draft))
        .containsExactly(
            "hip-and-groin 1, version 1: {reds.signs=3}",
            "hip-and-groin 1, version 1: {reds.signs=3} from " + today());
    ThresholdLine line = as(ADMIN, services -> services.get(Thresholds.class).one(draft)).line();
    assertThat(line.draftedBy()).isEqualTo("Olivia Hart");
    assertThat(line.signedBy()).isEqualTo("Priya Raman");
  }

  @Test
  void r154TheDatabaseTakesNoSignatureWithoutALicence() {
    long draft = draft(ADMIN, "knee", 1, Map.of("reds.signs", 3));
    assertThatThrownBy(
            () ->
                as(
                    UNLICENSED,
                    services ->
                        services
                            .get(EntityManager.class)
                            .createNativeQuery(
                                "insert into threshold_signature (id, threshold_version_id,"
                                    + " rule_set, rule_set_version, place, signed_at, signed_on,"
                                    + " signed_by, licence_id, effective_from) select"
                                    + " nextval('record_seq'), ?1, 'knee', 1, 99,"
                                    + " now(), current_date, current_practitioner(), l.id,"
                                    + " current_date from licence l"
                                    + " where l.practitioner_id = current_practitioner()")
                            .setParameter(1, draft)
                            .executeUpdate()))
        .hasStackTraceContaining("the thresholds cannot be signed");
    for (String change :
        List.of(
            "update threshold_version set moved = ''",
            "delete from threshold_version",
            "update threshold_signature set effective_from = '2020-01-01'",
            "delete from threshold_signature")) {
      assertThatThrownBy(
              () ->
                  as(
                      PHYSICIAN,
                      services ->
                          services
                              .get(EntityManager.class)
                              .createNativeQuery(change)
                              .executeUpdate()))
          .as(change)
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void r154TheOtherClinicNeitherSeesNorSignsNorTriesThem() {
    long draft = draft(ADMIN, "thigh", 1, Map.of("hamstring.seen-within", 3));
    Consumer<Services> one = services -> services.get(Thresholds.class).one(draft);
    Consumer<Services> tried = services -> services.get(TryAnswers.class).rules("thigh", 1, draft);
    for (Consumer<Services> look : List.of(one, tried)) {
      assertThatThrownBy(
              () ->
                  as(
                      SIERRA,
                      services -> {
                        look.accept(services);
                        return null;
                      }))
          .isInstanceOf(NoSuchRecord.class);
    }
    assertThatThrownBy(() -> sign(SIERRA, draft, today())).isInstanceOf(NoSuchRecord.class);
    assertThat(as(SIERRA, services -> services.get(Thresholds.class).book()).lines()).isEmpty();
  }

  @Test
  void r155HowLongAScreeningCountsIsSignedLikewise() {
    assertThat(validDays(PHYSICIAN)).isEqualTo(14);
    long draft = draft(ADMIN, "screening", 1, Map.of("screening.valid-days", 10));
    assertThat(validDays(PHYSICIAN)).isEqualTo(14);
    sign(PHYSICIAN, draft, today());
    assertThat(validDays(PHYSICIAN)).isEqualTo(10);
    assertThat(validDays(SIERRA)).isEqualTo(14);

    sign(PHYSICIAN, draft(ADMIN, "screening", 1, Map.of()), today());
    assertThat(validDays(PHYSICIAN)).isEqualTo(14);
  }

  /** A setting of before there were signatures; nobody but the database's owner writes one. */
  @ParameterizedTest
  @CsvSource({"21, 21", "400, 28", "soon, 14", "'', 14", "-3, 14"})
  void r155_an_older_setting_counts_within_bounds_and_holds_nothing_up(String value, int days) {
    int[] counted = new int[1];
    assertThatThrownBy(
            () ->
                as(
                    SIERRA,
                    services -> {
                      services
                          .get(EntityManager.class)
                          .createNativeQuery(
                              "insert into setting (id, name, value, changed_at)"
                                  + " values (1, 'screening.validDays', ?1, now())")
                          .setParameter(1, value)
                          .executeUpdate();
                      counted[0] = services.get(Settings.class).screeningValidDays();
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    assertThat(counted[0]).isEqualTo(days);
    assertThat(validDays(SIERRA)).isEqualTo(14);
  }

  private static int validDays(String login) {
    return as(login, services -> services.get(Settings.class).screeningValidDays());
  }

  @Test
  void r156EveryFlagIsCountedOnceInTwoStatements() {
    RuleBook book = as(PHYSICIAN, services -> services.get(RuleBrowser.class).book());

    assertThat(book.ruleSets())
        .extracting(RuleSet::id)
        .contains("low-back-pain", "knee", "dvt-wells");
    assertThat(book.tallies().stream().mapToLong(RuleTally::fired).sum())
        .isEqualTo(Long.parseLong(rows("select count(*) from screening_flag").get(0)))
        .isPositive();
    assertThat(book.tallies().stream().mapToLong(RuleTally::cleared).sum())
        .isEqualTo(
            Long.parseLong(
                rows("select count(*) from screening_flag where state = 'CLEARED'").get(0)))
        .isPositive();
    assertThat(clinics.statementsOf(PHYSICIAN, services -> services.get(RuleBrowser.class).book()))
        .isEqualTo(2);
  }

  @Test
  void r157NothingOfATrialIsKept() {
    String kept =
        "select (select count(*) from intake) + (select count(*) from intake_entry)"
            + " + (select count(*) from screening) + (select count(*) from form_draft)";
    List<String> before = rows(kept);
    Tried tried =
        as(
            PHYSICIAN,
            services ->
                services
                    .get(TryAnswers.class)
                    .evaluate(
                        new TryTyped(
                            "low-back-pain",
                            2,
                            null,
                            Map.of("CES-1", "YES", "CES-T", "2026-01-01"))));

    assertThat(tried.evaluation().maxUrgency()).contains(Urgency.U0_EMERGENCY_NOW);
    assertThat(rows(kept)).isEqualTo(before);
    assertThat(audited("entity = 'RuleSet'")).isNotEmpty().containsOnly("answers tried, none kept");
  }

  @Test
  void r157AnswersAreTriedAtTheClinicsThresholdsSignedOrNot() {
    long draft = draft(ADMIN, "low-back-pain", 2, Map.of("ces.stable-after", 30));
    Map<String, String> answers =
        Map.of(
            "CES-1", "YES",
            "CES-T", today().minusDays(20).toString(),
            "CES-T-STABLE", "YES");

    assertThat(fired(null, answers)).contains("CES-T").doesNotContain("CES-1");
    assertThat(fired(draft, answers)).contains("CES-1").doesNotContain("CES-T");
    List<TryVersion> versions =
        as(PHYSICIAN, services -> services.get(TryAnswers.class).versions());
    assertThat(versions).extracting(TryVersion::thresholdId).contains(draft);
  }

  private static List<String> fired(Long thresholdId, Map<String, String> answers) {
    return as(
            PHYSICIAN,
            services ->
                services
                    .get(TryAnswers.class)
                    .evaluate(new TryTyped("low-back-pain", 2, thresholdId, answers)))
        .evaluation()
        .fired()
        .stream()
        .map(each -> each.ruleId())
        .toList();
  }

  @Test
  void r157AFileIsReadAsTheCommandReadsIt() {
    List<Tried> tried =
        file("[{\"ruleSet\": \"knee\", \"otherwise\": \"NO\", \"answers\": {\"JNT-1\": true}}]");
    assertThat(tried)
        .singleElement()
        .satisfies(one -> assertThat(one.evaluation().maxUrgency()).contains(Urgency.U1_SAME_DAY));
    assertThatThrownBy(() -> file("{\"ruleSet\": \"knee\", \"answers\": {\"JNT-1\": \"maybe\"}}"))
        .isInstanceOfSatisfying(
            UnreadableAnswers.class,
            refused -> {
              assertThat(refused.problem()).contains("$.answers.JNT-1");
              assertThat(refused.getMessage()).as("goes to the log").doesNotContain("maybe");
            });
  }

  private static List<Tried> file(String json) {
    return as(PHYSICIAN, services -> services.get(TryAnswers.class).evaluateFile(json));
  }

  private static List<String> audited(String which) {
    return rows(
        "select detail from audit.events_of_clinic(null, null, 500) where "
            + which
            + " order by id");
  }

  private static List<String> rows(String sql) {
    return LoadedDemonstration.rows(clinics, PHYSICIAN, sql);
  }
}

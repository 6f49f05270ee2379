package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.patient.PatientReading;
import org.pacegate.service.screening.DangerClinic.Raised;
import org.pacegate.service.testing.TestClinics;

/** R1.104 and R1.105 on PostgreSQL: Wells' rule is asked of a clinician. */
class ExaminationsTest {

  private static final Instant NOW = Instant.parse("2026-06-19T10:00:00Z");
  private static final TestClinics CLINICS = new TestClinics(NOW);
  private static int count;

  private final DangerClinic clinic = another();

  private static DangerClinic another() {
    CLINICS.turnTo(NOW);
    return DangerClinic.open(CLINICS, "examines" + ++count);
  }

  @AfterAll
  static void close() {
    CLINICS.close();
  }

  private ExaminationForm form(Raised raised) {
    return CLINICS.as(
        clinic.login("ther"),
        services -> services.get(Examinations.class).form(raised.screening()));
  }

  /** No to everything but these. */
  private Map<String, String> answers(Raised raised, String... yes) {
    Map<String, String> answers = new HashMap<>();
    form(raised).questions().forEach(question -> answers.put(question.linkId(), "NO"));
    List.of(yes).forEach(linkId -> answers.put(linkId, "YES"));
    return answers;
  }

  private long record(String who, Raised raised, Map<String, String> answers, UUID key) {
    return CLINICS.as(
        clinic.login(who),
        services ->
            services
                .get(Examinations.class)
                .record(new RecordExamination(raised.screening(), answers, key)));
  }

  private ScreeningView view(long screening) {
    return CLINICS.as(
        clinic.login("doc"), services -> services.get(Screenings.class).view(screening));
  }

  @Test
  void R1_104_everything_that_the_rule_reads_is_asked() {
    List<String> asked =
        form(clinic.raise(Urgency.U1_SAME_DAY)).questions().stream().map(Question::linkId).toList();

    assertThat(asked).hasSize(11);
    assertThat(Shipped.rules("dvt-wells", 1).rules())
        .allSatisfy(rule -> assertThat(asked).containsAll(rule.criterion().inputs().keySet()));
  }

  @ParameterizedTest
  @CsvSource({
    "'', DVT-W.unlikely, U1_SAME_DAY",
    "DVT-W-LEG, DVT-W.unlikely, U1_SAME_DAY",
    "DVT-W-LEG DVT-W-CALF, DVT-W.likely, U1_SAME_DAY",
    "DVT-W-LEG DVT-W-CALF DVT-W-VEINS DVT-W-OTHER, DVT-W.unlikely, U1_SAME_DAY",
    "DVT-W-LEG DVT-W-CALF DVT-W-VEINS DVT-W-BED DVT-W-OTHER, DVT-W.likely, U1_SAME_DAY",
    "DVT-W-LUNG, DVT-W.lung, U0_EMERGENCY_NOW"
  })
  void R1_105_what_fires_locks_and_refers_like_a_screening(
      String yes, String rule, Urgency urgency) {
    Raised raised = clinic.raise(Urgency.U2_URGENT_1_2W);
    String[] signs = yes.isEmpty() ? new String[0] : yes.split(" ", -1);
    long examined = record("ther", raised, answers(raised, signs), UUID.randomUUID());

    ScreeningView shown = view(examined);
    assertThat(shown.ruleSet()).isEqualTo("dvt-wells");
    assertThat(shown.maxUrgency()).isEqualTo(urgency);
    assertThat(shown.flags()).extracting(FlagView::ruleId).contains(rule);
    assertThat(shown.actBy()).isNotNull();
    assertThat(clinic.rows("select state from episode where id = " + raised.episode()))
        .containsExactly("LOCKED_RED_FLAG");
    assertThat(
            clinic.rows(
                "select cast(count(*) as text) from referral where screening_id = " + examined))
        .containsExactly("1");
  }

  @Test
  void R1_105_an_emergency_that_stands_is_not_labelled_by_a_later_examination() {
    Raised raised = clinic.raise(Urgency.U0_EMERGENCY_NOW);
    record("ther", raised, answers(raised), UUID.randomUUID());
    assertThat(urgency(raised)).isEqualTo(Urgency.U0_EMERGENCY_NOW);
  }

  private Urgency urgency(Raised raised) {
    return CLINICS.as(
        clinic.login("doc"),
        services -> services.get(PatientReading.class).episode(raised.episode()).maxUrgency());
  }

  @ParameterizedTest
  @ValueSource(strings = {"DVT-W-CANCER", "DVT-W-OTHER", "DVT-W-LUNG"})
  void R1_104_nothing_may_be_left_open(String linkId) {
    Raised raised = clinic.raise();
    Map<String, String> answers = answers(raised);
    answers.remove(linkId);

    assertThatThrownBy(() -> record("ther", raised, answers, UUID.randomUUID()))
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            refused -> assertThat(refused.code()).isEqualTo("invalid." + linkId + ".missing"));
  }

  @Test
  void R1_104_a_second_click_keeps_no_second_one() {
    Raised raised = clinic.raise();
    UUID key = UUID.randomUUID();
    long first = record("ther", raised, answers(raised), key);

    assertThat(record("ther", raised, answers(raised), key)).isEqualTo(first);
    assertThatThrownBy(() -> record("ther", raised, answers(raised, "DVT-W-LUNG"), key))
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            refused -> assertThat(refused.code()).isEqualTo("submission.keyUsed"));
    assertThat(
            clinic.rows(
                "select cast(count(*) as text) from screening where rule_set = 'dvt-wells'"))
        .containsExactly("1");
  }

  @Test
  void R1_105_it_renews_no_screening_and_the_database_says_so_too() {
    Raised raised = clinic.raise();
    CLINICS.turnTo(NOW.plus(Duration.ofDays(10)));
    long examined = record("doc", raised, answers(raised), UUID.randomUUID());
    assertThat(view(examined).validUntil()).isEqualTo(view(raised.screening()).validUntil());

    clinic.as(
        "doc",
        services ->
            services
                .get(Screenings.class)
                .decideFlag(
                    new DecideFlag(
                        examined,
                        "DVT-W.unlikely",
                        FlagState.CLEARED,
                        "blood test negative",
                        clinic.doctorsPassword())));
    assertThat(view(examined).status()).isEqualTo(ScreeningStatus.POSITIVE_CLEARED);
    assertThatThrownBy(
            () ->
                clinic.as(
                    "doc",
                    services ->
                        services
                            .get(EntityManager.class)
                            .createNativeQuery(
                                "insert into screening (id, episode_id, rule_set, rule_set_version,"
                                    + " status, performed_at, performed_on, performed_by,"
                                    + " valid_until) select nextval('record_seq'), episode_id,"
                                    + " rule_set, 1, 'NEGATIVE', performed_at, performed_on,"
                                    + " performed_by, valid_until + 1 from screening where id = ?1")
                            .setParameter(1, examined)
                            .executeUpdate()))
        .hasStackTraceContaining("an examination counts no longer than the screening");
  }
}

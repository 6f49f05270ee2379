package org.pacegate.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.intake.DeskClinic.DESK;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditLine;
import org.pacegate.service.audit.AuditLog;
import org.pacegate.service.intake.Submission.Incomplete;
import org.pacegate.service.intake.Submission.Submitted;
import org.pacegate.service.questionnaire.ReadForms;
import org.pacegate.service.screening.FlagView;
import org.pacegate.service.screening.RuleSetBySite;
import org.pacegate.service.screening.ScreeningView;
import org.pacegate.service.screening.Screenings;

/** R4.40 to R4.43: the region decides what is asked, and no danger goes with it. */
class RegionOfAnIntakeTest {

  private static final String REGION = "complaint.bodySite";

  private final DeskClinic clinic = DeskClinic.open();
  private final long intake = clinic.begin();

  private void region(BodySite site) {
    assertThat(clinic.page(DESK, intake).types(REGION, site.name())).isEmpty();
  }

  private String rules() {
    return clinic.open(intake).rules().id() + " " + clinic.open(intake).rules().version();
  }

  private List<String> asked() {
    return clinic.open(intake).questions().stream().map(Question::linkId).toList();
  }

  private String clock() {
    return clinic
        .rows("select urgency, danger_since, act_by from intake where id = " + intake)
        .get(0);
  }

  private ScreeningView screening(Submission done) {
    return clinic.as(
        DESK, services -> services.get(Screenings.class).view(((Submitted) done).screeningId()));
  }

  private String state(Submission done) {
    return clinic
        .rows("select state from episode where id = " + ((Submitted) done).episodeId())
        .get(0);
  }

  @Test
  void R4_40_it_asks_about_the_low_back_until_a_region_is_chosen() {
    assertThat(rules()).isEqualTo("low-back-pain 2");

    for (BodySite site : BodySite.values()) {
      region(site);
      assertThat(rules()).as("%s", site).startsWith(RuleSetBySite.of(site) + " ");
    }
    clinic.page(DESK, intake).types(REGION, "");
    assertThat(rules()).isEqualTo("low-back-pain 2");
  }

  @Test
  void R4_40_a_draft_that_was_begun_on_an_older_version_goes_on_with_it() {
    clinic.rows(
        "with older as (update intake set rule_set_version = 1 where id = "
            + intake
            + " returning 1) select 1 from older");

    region(BodySite.LOW_BACK);
    region(BodySite.SACRUM);
    assertThat(rules()).isEqualTo("low-back-pain 1");
    region(BodySite.FOOT);
    assertThat(rules()).isEqualTo("ankle-and-foot 1");
    region(BodySite.LOW_BACK);
    assertThat(rules()).isEqualTo("low-back-pain 2");
  }

  private String forms() {
    return clinic.rows("select forms from intake where id = " + intake).get(0);
  }

  @Test
  void R4_58_it_is_asked_from_the_forms_that_it_was_begun_with() {
    assertThat(forms()).isEqualTo("complaint-1 low-back-pain-1 running-profile-1 consent-1");
    assertThat(clinic.open(intake).forms().screening().id()).isEqualTo("low-back-pain");

    region(BodySite.KNEE);
    assertThat(forms()).isEqualTo("complaint-1 knee-1 running-profile-1 consent-1");
    assertThat(clinic.open(intake).forms().item("KNE-1")).isPresent();
    assertThat(clinic.open(intake).forms().item("CES-1")).isEmpty();
  }

  private List<String> problems() {
    return ((Incomplete) clinic.submit(intake, false))
        .problems().stream().map(FieldProblem::field).toList();
  }

  private String asks(String linkId) {
    return clinic.open(intake).forms().item(linkId).orElseThrow().text().english();
  }

  @Test
  void R4_58_another_version_that_ships_meanwhile_changes_no_intake_that_was_begun() {
    region(BodySite.KNEE);
    String before = asks("KNE-1");
    try {
      ReadForms.shipSecond("knee", text -> text.replace(before, "Asked anew"));

      assertThat(asks("KNE-1")).isEqualTo(before);
      region(BodySite.SHIN);
      region(BodySite.KNEE);
      assertThat(asks("KNE-1")).isEqualTo("Asked anew");
      assertThat(forms()).isEqualTo("complaint-1 knee-2 running-profile-1 consent-1");
    } finally {
      ReadForms.shipOwn();
    }
  }

  @Test
  void R4_58_an_intake_from_before_forms_were_files_is_asked_from_the_newest() {
    clinic.rows(
        "with old as (update intake set forms = '' where id = "
            + intake
            + " returning 1) select 1 from old");

    assertThat(clinic.open(intake).forms().screening().id()).isEqualTo("low-back-pain");
    assertThat(clinic.open(intake).forms().questions(IntakeStep.RUNNING)).hasSize(9);
    clinic.type(intake, "complaint.words", "It pulls.");
    assertThat(forms()).startsWith("complaint-1 low-back-pain-1");
  }

  @Test
  void R4_59_an_answer_whose_question_passes_away_is_named_and_neither_counted_nor_kept() {
    region(BodySite.LOW_BACK);
    clinic.type(
        intake, "answer.RAD-1", "YES", "answer.RAD-1-BETTER", "YES", "answer.RAD-T", "2031-01-01");
    assertThat(clinic.open(intake).noLongerAsked()).isEmpty();
    assertThat(problems()).contains("answer.RAD-T");

    assertThat(clinic.page(DESK, intake).types("answer.RAD-1", "NO")).isEmpty();
    IntakeView without = clinic.open(intake);
    assertThat(without.noLongerAsked()).containsExactly("RAD-T", "RAD-1-BETTER");
    assertThat(asked()).doesNotContain("RAD-1-BETTER");
    assertThat(problems()).doesNotContain("answer.RAD-T");

    assertThat(clinic.page(DESK, intake).types("answer.RAD-1", "YES")).isEmpty();
    assertThat(clinic.open(intake).noLongerAsked()).isEmpty();
    assertThat(clinic.open(intake).entries()).containsEntry("answer.RAD-1-BETTER", "YES");
  }

  @Test
  void R4_41_answers_for_another_region_are_named_kept_and_count_again_with_it() {
    region(BodySite.LOW_BACK);
    clinic.type(intake, "answer.INF-2", "YES", "answer.FX-1", "NO", "answer.REDS-2", ",");
    assertThat(clinic.open(intake).setAside()).isEmpty();

    region(BodySite.KNEE);
    IntakeView knee = clinic.open(intake);
    assertThat(knee.setAside()).containsExactly("INF-2");
    assertThat(knee.entries()).containsEntry("answer.INF-2", "YES");
    assertThat(asked()).contains("KNE-1", "FX-1").doesNotContain("INF-2", "CES-1");
    assertThat(knee.open()).contains("KNE-1").doesNotContain("FX-1", "REDS-2");

    clinic.type(intake, "answer.KNE-1", "NO");
    region(BodySite.LOW_BACK);
    assertThat(clinic.open(intake).setAside()).containsExactly("KNE-1");
    assertThat(asked()).contains("INF-2");
    assertThat(clinic.open(intake).open()).doesNotContain("INF-2").contains("INF-4");
  }

  @Test
  void R4_42_another_region_takes_neither_the_urgency_nor_the_clock() {
    region(BodySite.LOW_BACK);
    clinic.type(intake, "answer.CES-2", "YES");
    String before = clock();
    assertThat(before)
        .startsWith("U0_EMERGENCY_NOW|")
        .endsWith(
            clinic
                .rows("select timestamptz '" + clinic.now().plus(Duration.ofMinutes(15)) + "'")
                .get(0));

    region(BodySite.KNEE);
    assertThat(clock()).isEqualTo(before);
    assertThat(clinic.open(intake).soFar().maxUrgency()).contains(Urgency.U0_EMERGENCY_NOW);
    clinic.type(intake, "answer.JNT-1", "NO", "answer.KNE-1", "NO");
    region(BodySite.FOOT);
    clinic.page(DESK, intake).types(REGION, "");
    region(BodySite.ACHILLES);
    assertThat(clock()).isEqualTo(before);
    assertThatThrownBy(
            () ->
                clinic.as(
                    DESK,
                    services -> {
                      services.get(Intakes.class).discard(intake);
                      return null;
                    }))
        .isInstanceOf(DomainRefusal.class)
        .hasMessageStartingWith("intake.dangerous");
  }

  @Test
  void R4_42_a_worse_answer_about_the_new_region_shortens_the_clock() {
    region(BodySite.ACHILLES);
    clinic.type(intake, "answer.ACH-1", "YES");
    region(BodySite.KNEE);
    assertThat(clock()).startsWith("U1_SAME_DAY|");
    clinic.type(intake, "answer.DVT-1", "YES", "answer.DVT-1-LUNG", "YES");

    assertThat(clock()).startsWith("U0_EMERGENCY_NOW|");
    assertThat(clinic.open(intake).soFar().fired())
        .extracting(FiredRule::ruleId)
        .contains("DVT-1.lung", "ACH-1");
    String worst = clock();
    clinic.page(DESK, intake).types("answer.DVT-1", "NO");
    assertThat(clock()).as("an answer taken back stops no clock").isEqualTo(worst);
    assertThat(clinic.open(intake).takenBackAt()).as("the other danger stands").isNull();
  }

  @Test
  void R4_42_it_is_corrected_only_where_it_is_asked() {
    region(BodySite.LOW_BACK);
    clinic.type(intake, "answer.CES-2", "YES");
    region(BodySite.KNEE);
    region(BodySite.LOW_BACK);
    assertThat(clinic.open(intake).takenBackAt()).isNull();
    String danger = clock();
    clinic.page(DESK, intake).types("answer.CES-2", "NO");
    assertThat(clinic.open(intake).takenBackAt()).isNotNull();
    region(BodySite.KNEE);
    assertThat(clinic.open(intake).takenBackAt()).isNotNull();
    assertThat(clock()).as("its clock runs until somebody decides").isEqualTo(danger);
  }

  @Test
  void R4_42_a_tab_that_still_asks_about_the_former_region_loses_no_danger() {
    DeskClinic.Page behind = clinic.page(DESK, intake);
    region(BodySite.KNEE);

    assertThat(behind.types("answer.CES-1", "YES")).isEmpty();
    assertThat(clock()).startsWith("U0_EMERGENCY_NOW|");
  }

  @Test
  void R4_42_submitting_locks_the_episode_with_the_danger_as_a_flag() {
    clinic.typeAll(intake, "en");
    clinic.page(DESK, intake).types("answer.CES-3", "YES");
    clinic.type(intake, "answer.CES-T", "2026-01-12", "answer.CES-T-STABLE", "NO");
    region(BodySite.KNEE);
    clinic.answerNo(intake);
    clinic.sign(intake, Language.en);

    Submission done = clinic.submit(intake, false);
    ScreeningView screening = screening(done);
    assertThat(screening.ruleSet()).isEqualTo("knee");
    assertThat(screening.status()).isEqualTo(ScreeningStatus.POSITIVE_OPEN);
    assertThat(screening.flags()).extracting(FlagView::ruleId).contains("CES-3");
    assertThat(screening.flags().get(0).inputs()).containsEntry("CES-3", "YES");
    assertThat(state(done)).isEqualTo("LOCKED_RED_FLAG");
  }

  @Test
  void R4_42_the_conversation_can_be_stopped_for_it() {
    clinic.type(intake, "person.birthDate", "1990-05-14", "answer.CES-1", "YES");
    region(BodySite.KNEE);

    Submission done = clinic.submit(intake, true);
    assertThat(screening(done).flags()).extracting(FlagView::ruleId).containsExactly("CES-1");
    assertThat(screening(done).missing()).contains("KNE-1").doesNotContain("CES-2");
    assertThat(state(done)).isEqualTo("LOCKED_RED_FLAG");
  }

  @Test
  void R4_41_what_else_was_answered_about_the_former_region_is_not_screened() {
    clinic.typeAll(intake, "en");
    clinic.page(DESK, intake).types("answer.MAL-1", "YES");
    clinic.answerNo(intake);
    assertThat(clinic.open(intake).soFar().fired()).extracting(FiredRule::ruleId).contains("MAL-1");
    region(BodySite.KNEE);
    clinic.answerNo(intake);
    clinic.sign(intake, Language.en);

    ScreeningView screening = screening(clinic.submit(intake, false));
    assertThat(screening.status()).isEqualTo(ScreeningStatus.NEGATIVE);
    assertThat(screening.flags()).isEmpty();
  }

  @Test
  void R4_43_an_episode_is_screened_again_about_its_own_region() {
    for (String episode :
        clinic.rows(
            "select distinct on (body_site) id || ' ' || body_site from episode"
                + " where state in ('AWAITING_DIAGNOSIS', 'PLAN_ACTIVE')")) {
      long id = Long.parseLong(episode.split(" ", -1)[0]);
      BodySite site = BodySite.valueOf(episode.split(" ", -1)[1]);
      long again = clinic.as(DESK, services -> services.get(Intakes.class).rescreen(id));

      assertThat(clinic.open(again).rules().id()).as(episode).isEqualTo(RuleSetBySite.of(site));
      clinic.type(again, REGION, "LOW_BACK");
      assertThat(clinic.open(again).rules().id()).as(episode).isEqualTo(RuleSetBySite.of(site));
    }
  }

  @Test
  void R4_40_what_the_draft_asked_by_is_in_the_audit() {
    region(BodySite.KNEE);

    List<AuditLine> lines =
        clinic.as("olivia.hart@riverside", services -> services.get(AuditLog.class).page(null));

    assertThat(lines)
        .extracting(AuditLine::detail)
        .filteredOn(detail -> detail != null && detail.startsWith("rule set"))
        .first()
        .isEqualTo("rule set knee 1");
  }
}

package org.pacegate.service.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.door.LinkClinic.DESK;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.intake.Contradiction;
import org.pacegate.service.intake.Contradictions;
import org.pacegate.service.intake.IntakeSubmission;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.service.intake.PlainWords;
import org.pacegate.service.intake.SettleContradiction;
import org.pacegate.service.intake.Submission;
import org.pacegate.service.intake.SubmitIntake;

/** R4.100, R4.103: who said what at which door, and what follows when two say different things. */
class ProvenanceTest {

  private final LinkClinic clinic = LinkClinic.open();
  private final MadeLink link = clinic.link();
  private final String runner = clinic.session(link);

  private IntakeView desk() {
    return clinic.atTheDesk(link.intakeId());
  }

  private void settle(String field, boolean runners) {
    clinic.as(
        DESK,
        services ->
            services
                .get(Contradictions.class)
                .settle(new SettleContradiction(link.intakeId(), field, runners)));
  }

  @Test
  void R4_100_an_answer_says_its_door_and_only_at_the_desk_a_person() {
    clinic.answers(runner, "complaint.words", "It clicks.");
    clinic.types(link.intakeId(), "complaint.side", "LEFT");

    assertThat(desk().sources().get("complaint.words").door()).isEqualTo(Door.LINK);
    assertThat(desk().sources().get("complaint.words").by()).isNull();
    assertThat(desk().sources().get("complaint.side").door()).isEqualTo(Door.DESK);
    assertThat(desk().sources().get("complaint.side").by()).isEqualTo("Anna Lindqvist");
    assertThat(desk().sources().get("complaint.side").at()).isEqualTo(clinic.now());
  }

  @Test
  void R4_100_every_answer_stays_in_the_history() {
    clinic.answers(runner, "complaint.words", "It clicks.");
    clinic.answers(runner, "complaint.words", "It clicks and hurts.");
    clinic.types(link.intakeId(), "complaint.words", "It clicks, hurts and swells.");
    assertThat(
            clinic.rows(
                "select door || ' ' || value from intake_entry_history where field = 'complaint.words'"
                    + " and intake_id = "
                    + link.intakeId()
                    + " order by id"))
        .containsExactly(
            "LINK It clicks.", "LINK It clicks and hurts.", "DESK It clicks, hurts and swells.");
  }

  @Test
  void R4_103_the_runner_never_replaces_what_staff_typed_and_both_are_shown() {
    clinic.types(link.intakeId(), "complaint.side", "LEFT");
    IntakeView runners = clinic.answers(runner, "complaint.side", "RIGHT");

    assertThat(runners.entries()).containsEntry("complaint.side", "RIGHT");
    assertThat(desk().entries()).containsEntry("complaint.side", "LEFT");
    assertThat(desk().contradictions())
        .singleElement()
        .satisfies(
            both -> {
              assertThat(both.desk().value()).isEqualTo("LEFT");
              assertThat(both.desk().by()).isEqualTo("Anna Lindqvist");
              assertThat(both.runner().value()).isEqualTo("RIGHT");
              assertThat(both.runner().door()).isEqualTo(Door.LINK);
              assertThat(both.settled()).isFalse();
            });
  }

  @Test
  void R4_103_somebody_at_the_desk_chooses_and_the_choice_is_in_the_history() {
    clinic.types(link.intakeId(), "complaint.side", "LEFT");
    clinic.answers(runner, "complaint.side", "RIGHT");
    settle("complaint.side", true);
    settle("complaint.side", true);

    assertThat(desk().entries()).containsEntry("complaint.side", "RIGHT");
    assertThat(desk().contradictions())
        .singleElement()
        .satisfies(
            both -> {
              assertThat(both.settled()).isTrue();
              assertThat(both.standing().value()).isEqualTo("RIGHT");
              assertThat(both.standing().by()).isEqualTo("Anna Lindqvist");
              assertThat(both.desk().value()).isEqualTo("LEFT");
            });
    assertThat(
            clinic.rows(
                "select door || ' ' || value from intake_entry_history where field = 'complaint.side'"
                    + " and intake_id = "
                    + link.intakeId()
                    + " order by id"))
        .as("the same choice twice is one")
        .containsExactly("DESK LEFT", "LINK RIGHT", "DESK RIGHT");
  }

  @Test
  void R4_103_whoever_chose_may_choose_again() {
    clinic.types(link.intakeId(), "complaint.side", "LEFT");
    clinic.answers(runner, "complaint.side", "RIGHT");
    settle("complaint.side", true);
    settle("complaint.side", false);
    assertThat(desk().entries()).containsEntry("complaint.side", "LEFT");
    settle("complaint.side", true);
    assertThat(desk().entries()).containsEntry("complaint.side", "RIGHT");
    assertThat(desk().contradictions()).extracting(Contradiction::settled).containsExactly(true);
  }

  @Test
  void R4_103_a_rule_that_counts_findings_counts_those_of_both_sides() {
    clinic.answers(runner, "complaint.bodySite", "LOW_BACK");
    clinic.types(link.intakeId(), "answer.MAL-2", "YES");
    clinic.types(link.intakeId(), "answer.MAL-3", "NO");
    assertThat(desk().soFar().fired()).extracting(FiredRule::ruleId).doesNotContain("MAL-R");
    clinic.answers(runner, "answer.MAL-2", "NO", "answer.MAL-3", "YES");
    assertThat(desk().soFar().fired()).extracting(FiredRule::ruleId).contains("MAL-R");
  }

  @Test
  void R4_103_dangers_of_both_sides_stand_beside_each_other() {
    clinic.types(link.intakeId(), "answer.CES-1", "YES");
    clinic.answers(runner, "answer.CES-1", "NO");
    clinic.types(link.intakeId(), "answer.AAA-1", "NO");
    clinic.answers(runner, "answer.AAA-1", "YES");
    assertThat(desk().soFar().fired())
        .extracting(FiredRule::ruleId)
        .anyMatch(id -> id.startsWith("CES"))
        .anyMatch(id -> id.startsWith("AAA"));
  }

  @Test
  void R4_103_the_desks_value_may_stand_and_the_difference_stays_visible() {
    clinic.types(link.intakeId(), "complaint.side", "LEFT");
    clinic.answers(runner, "complaint.side", "RIGHT");
    settle("complaint.side", false);
    assertThat(desk().entries()).containsEntry("complaint.side", "LEFT");
    assertThat(desk().contradictions()).extracting(Contradiction::settled).containsExactly(true);
  }

  @Test
  void R4_103_until_then_the_more_urgent_of_both_counts() {
    clinic.types(link.intakeId(), "answer.CES-1", "NO");
    clinic.answers(runner, "answer.CES-1", "YES");
    assertThat(desk().entries()).containsEntry("answer.CES-1", "NO");
    assertThat(desk().soFar().maxUrgency()).contains(Urgency.U0_EMERGENCY_NOW);
    assertThat(clinic.rows("select urgency from danger where intake_id = " + link.intakeId()))
        .containsExactly("U0_EMERGENCY_NOW");
  }

  @Test
  void R4_103_a_runners_no_takes_nothing_from_the_desks_yes() {
    clinic.types(link.intakeId(), "answer.CES-1", "YES");
    clinic.answers(runner, "answer.CES-1", "NO");
    assertThat(desk().soFar().maxUrgency()).contains(Urgency.U0_EMERGENCY_NOW);
    assertThat(
            clinic.rows(
                "select coalesce(taken_back_at::text, 'stands') from danger where intake_id = "
                    + link.intakeId()))
        .containsExactly("stands");
  }

  @Test
  void R4_103_the_desk_submits_only_what_it_has_chosen_in() {
    clinic.answersAll(runner);
    clinic.types(link.intakeId(), "complaint.side", "RIGHT");
    clinic.answers(runner, "complaint.side", "LEFT");

    assertThat(((Submission.Incomplete) submit()).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.problem()).isEqualTo("contradiction"));
    settle("complaint.side", true);
    assertThat(submit()).isInstanceOf(Submission.Submitted.class);
  }

  private Submission submit() {
    return clinic.as(
        DESK,
        services ->
            services
                .get(IntakeSubmission.class)
                .submit(
                    new SubmitIntake(
                        link.intakeId(), UUID.randomUUID(), Language.en, false, PlainWords.EN)));
  }

  @Test
  void R4_101_what_a_runner_sent_becomes_a_record_and_the_choice_is_all_that_changes() {
    clinic.types(link.intakeId(), "complaint.side", "RIGHT");
    clinic.answersAll(runner);
    clinic.send(runner);
    assertThat(submit()).isInstanceOf(Submission.Incomplete.class);
    settle("complaint.side", true);

    Submission.Submitted done = (Submission.Submitted) submit();
    assertThat(clinic.rows("select side from episode where id = " + done.episodeId()))
        .containsExactly("LEFT");
    assertThat(
            clinic.rows(
                "select language || ' ' || (given_at = received_at) from consent c join intake i on"
                    + " i.clinic_id = c.clinic_id and i.id = c.intake_id where c.intake_id = "
                    + link.intakeId()))
        .containsExactly("es true");
    assertThatThrownBy(() -> settle("complaint.side", false))
        .hasMessageStartingWith("intake.notDraft");
  }

  @Test
  void R4_102_the_desk_sees_how_far_it_is_and_at_which_door() {
    clinic.answers(runner, "complaint.words", "It clicks.");
    assertThat(
            clinic.rows(
                "select last_door || ' ' || answered || ' ' || (asked > 20) || ' ' || step from intake"
                    + " where id = "
                    + link.intakeId()))
        .containsExactly("LINK 4 true COMPLAINT");
  }
}

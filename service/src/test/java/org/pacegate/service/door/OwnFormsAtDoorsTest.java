package org.pacegate.service.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.service.door.LinkClinic.BORN;
import static org.pacegate.service.door.LinkClinic.DESK;
import static org.pacegate.service.questionnaire.OwnFormInUse.field;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.questionnaire.Audience;
import org.pacegate.service.intake.AcceptNew;
import org.pacegate.service.intake.FieldProblem;
import org.pacegate.service.intake.IntakeInbox;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.service.intake.OwnAnswers;
import org.pacegate.service.intake.PlainWords;
import org.pacegate.service.intake.Submission.Submitted;
import org.pacegate.service.questionnaire.OwnFormInUse;

/** R4.156: the clinic's own forms by link and at a kiosk, and from both into the record. */
class OwnFormsAtDoorsTest {

  private static LinkClinic clinic;

  @BeforeAll
  static void put() {
    clinic = LinkClinic.afresh();
    new OwnFormInUse(work -> clinic.as("olivia.hart@riverside", work), sql -> clinic.tamper(sql))
        .put("1", Audience.of(Set.of(BodySite.KNEE), false));
  }

  private static List<String> problems(String session) {
    return clinic.open(session).problems().stream().map(FieldProblem::field).toList();
  }

  @Test
  void R4_156_nothing_is_sent_without_them_and_the_physician_reads_them() {
    MadeLink link = clinic.link();
    String session = clinic.session(link);
    clinic.answersAll(session);
    assertThat(problems(session)).containsExactly(field("ran"), field("sport"));
    clinic.answers(session, field("ran"), "YES", field("runs"), "40", field("sport"), "+Yoga");
    assertThat(problems(session)).containsExactly(field("runs"), field("far.km"));
    assertThat(clinic.send(session)).isInstanceOf(DoorState.Open.class);
    clinic.answers(session, field("runs"), "1");
    assertThat(clinic.send(session)).isInstanceOf(DoorState.Sent.class);

    IntakeView received = clinic.atTheDesk(link.intakeId());
    assertThat(received.sources().get(field("sport")).door()).isEqualTo(Door.LINK);
    Submitted submitted =
        clinic.as(
            DESK,
            services ->
                services
                    .get(IntakeInbox.class)
                    .acceptNew(new AcceptNew(link.intakeId(), UUID.randomUUID(), PlainWords.EN)));
    List<String> read =
        clinic.as(
            LinkClinic.PHYSICIAN,
            services ->
                services.get(OwnAnswers.class).of(submitted.episodeId(), BodySite.KNEE).stream()
                    .map(answer -> answer.item().linkId() + " " + answer.kept())
                    .toList());
    assertThat(read).containsExactly("ran YES", "runs 1", "sport +Yoga");
  }

  @Test
  void R4_103_what_desk_and_runner_say_differently_waits_for_a_choice() {
    MadeLink link = clinic.link();
    clinic.types(link.intakeId(), "complaint.bodySite", "KNEE");
    clinic.types(link.intakeId(), field("ran"), "NO");
    String session = clinic.session(link);
    clinic.answers(session, field("ran"), "YES");
    assertThat(clinic.atTheDesk(link.intakeId()).contradictions())
        .extracting(each -> each.field() + " " + each.desk().value() + each.runner().value())
        .containsExactly(field("ran") + " NOYES");
  }

  @Test
  void R4_156_a_kiosk_asks_and_keeps_them_as_the_link_does() {
    MadeLink link = clinic.link();
    clinic.as(
        DESK,
        services -> {
          services
              .get(ExpectedRunners.class)
              .expect(new ExpectIntake(link.intakeId(), UUID.randomUUID()));
          return null;
        });
    String session = Tablet.begun(clinic).types("Linked", "Lena", BORN).orElseThrow();
    assertThat(clinic.open(session).intake().more()).isEmpty();
    clinic.answers(session, "complaint.bodySite", "KNEE");
    clinic.answers(session, field("race"), "2026-12-24");
    IntakeView view = clinic.open(session).intake();
    assertThat(view.more().get(0).fields()).contains(field("race-name"));
    assertThat(clinic.atTheDesk(link.intakeId()).sources().get(field("race")).door())
        .isEqualTo(Door.KIOSK);
    assertThat(clinic.answers(session, "complaint.bodySite", "NECK").passedAway())
        .containsExactly(field("race"));
  }
}

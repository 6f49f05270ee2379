package org.pacegate.service.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.door.LinkClinic.ADDRESS;
import static org.pacegate.service.door.LinkClinic.DESK;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.door.LinkPurpose;
import org.pacegate.domain.patient.Language;
import org.pacegate.service.intake.AcceptFor;
import org.pacegate.service.intake.AcceptNew;
import org.pacegate.service.intake.FieldProblem;
import org.pacegate.service.intake.IntakeInbox;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.intake.PlainWords;
import org.pacegate.service.intake.ReceivedRow;
import org.pacegate.service.intake.Submission.Submitted;

/** R4.195, R4.196: the second screening of a known episode at a door of the runner's own. */
class RescreenByLinkTest {

  private final LinkClinic clinic = LinkClinic.open();

  /** Whoever is treated and screened by nobody else in these tests. */
  private final long episode =
      number(
          "select min(e.id) from episode e where e.state = 'PLAN_ACTIVE' and e.body_site = 'LOW_BACK'"
              + " and not exists (select from intake i where i.clinic_id = e.clinic_id"
              + " and i.patient_id = e.patient_id and i.state in ('DRAFT', 'RECEIVED'))");

  private final long patient = number("select patient_id from episode where id = " + episode);
  private final String born =
      clinic.rows("select birth_date::text from patient where id = " + patient).get(0);
  private final MadeLink link = link();

  private long number(String sql) {
    return Long.parseLong(clinic.rows(sql).get(0));
  }

  private MadeLink link() {
    long again = clinic.as(DESK, services -> services.get(Intakes.class).rescreen(episode));
    return clinic.as(
        DESK,
        services ->
            services
                .get(IntakeLinks.class)
                .make(new MakeLink(again, UUID.randomUUID(), Language.es)));
  }

  private String session() {
    return clinic.opens(link, born).orElseThrow();
  }

  private <T> T inbox(Function<IntakeInbox, T> work) {
    return clinic.as(DESK, services -> work.apply(services.get(IntakeInbox.class)));
  }

  private Submitted taken(long by) {
    return inbox(
        inbox ->
            inbox.acceptFor(new AcceptFor(link.intakeId(), by, UUID.randomUUID(), PlainWords.ES)));
  }

  private List<String> plans() {
    return clinic.rows("select distinct state from care_plan where episode_id = " + episode);
  }

  @Test
  void R4_196_from_the_link_by_the_inbox_into_the_same_episode() {
    assertThat(link.purpose()).isEqualTo(LinkPurpose.RESCREEN);
    assertThat(clinic.rows("select purpose from intake_link where id = " + link.linkId()))
        .containsExactly("RESCREEN");
    String session = session();
    IntakeView asked = clinic.open(session).intake();
    assertThat(asked.rescreen()).isTrue();
    assertThat(asked.forms().screening().id()).isEqualTo("follow-up-rescreen");
    clinic.answersNo(session);
    assertThat(clinic.open(session).problems()).extracting(FieldProblem::field).isEmpty();
    assertThat(clinic.send(session)).isInstanceOf(DoorState.Sent.class);
    assertThat(inbox(IntakeInbox::received))
        .extracting(ReceivedRow::intakeId)
        .contains(link.intakeId());

    Submitted done = taken(patient);
    assertThat(done.episodeId()).isEqualTo(episode);
    assertThat(taken(patient)).as("twice is once").isEqualTo(done);
    assertThat(
            clinic.rows(
                "select door || ' ' || episode_id || ' ' || (consent_version is null) from"
                    + " intake_response where intake_id = "
                    + link.intakeId()))
        .containsExactly("LINK " + episode + " true");
    assertThat(
            clinic.rows(
                "select distinct door from intake_entry where intake_id = " + link.intakeId()))
        .containsExactly("LINK");
  }

  @Test
  void R4_196_a_danger_counts_as_it_is_saved() {
    assertThat(plans()).contains("ACTIVE");
    clinic.answers(session(), "answer.CES-1", "YES");

    assertThat(
            clinic.rows(
                "select urgency || ' ' || episode_id || ' ' || (act_by is not null) from intake"
                    + " where id = "
                    + link.intakeId()))
        .containsExactly("U0_EMERGENCY_NOW " + episode + " true");
    assertThat(plans()).doesNotContain("ACTIVE");

    String session = session();
    clinic.outside(services -> services.get(DoorIntake.class).continueHere(session));
    clinic.answersNo(session);
    assertThat(clinic.send(session)).isInstanceOf(DoorState.Sent.class);
    assertThat(
            clinic.rows(
                "select max_urgency from screening where id = " + taken(patient).screeningId()))
        .containsExactly("U0_EMERGENCY_NOW");
  }

  @Test
  void R4_196_it_goes_into_no_other_record() {
    String session = session();
    clinic.answersNo(session);
    clinic.send(session);
    long other = number("select min(id) from patient where id <> " + patient);
    assertThatThrownBy(() -> taken(other)).hasMessageStartingWith("intake.otherPatient");
    assertThatThrownBy(
            () ->
                inbox(
                    inbox ->
                        inbox.acceptNew(
                            new AcceptNew(link.intakeId(), UUID.randomUUID(), PlainWords.ES))))
        .hasMessageStartingWith("intake.otherPatient");
  }

  @Test
  void R4_196_the_kiosk_opens_it_too() {
    Tablet tablet = Tablet.begun(clinic);
    clinic.as(
        DESK,
        services -> {
          services
              .get(ExpectedRunners.class)
              .expect(new ExpectIntake(link.intakeId(), UUID.randomUUID()));
          return null;
        });
    String family = clinic.rows("select family_name from patient where id = " + patient).get(0);
    String given = clinic.rows("select given_name from patient where id = " + patient).get(0);
    String session = tablet.types(family, given, born).orElseThrow();
    clinic.answersNo(session);
    assertThat(clinic.send(session)).isInstanceOf(DoorState.Sent.class);
    assertThat(clinic.rows("select received_door from intake where id = " + link.intakeId()))
        .containsExactly("KIOSK");
  }

  @Test
  void R4_198_a_danger_that_was_sent_before_care_ended_begins_a_course_of_care() {
    String session = session();
    clinic.answers(session, "answer.CES-1", "YES");
    String again = session();
    clinic.outside(services -> services.get(DoorIntake.class).continueHere(again));
    clinic.answersNo(again);
    assertThat(clinic.send(again)).isInstanceOf(DoorState.Sent.class);
    clinic.tamper("update episode set state = 'CLOSED_LOST' where id = " + episode);

    Submitted done = taken(patient);
    assertThat(done.patientId()).isEqualTo(patient);
    assertThat(done.episodeId()).isNotEqualTo(episode);
    assertThat(taken(patient)).as("twice is once").isEqualTo(done);
    assertThat(
            clinic.rows(
                "select n.state || ' ' || (n.body_site = o.body_site and n.complaint = o.complaint)"
                    + " from episode n, episode o where n.id = "
                    + done.episodeId()
                    + " and o.id = "
                    + episode))
        .containsExactly("LOCKED_RED_FLAG true");
    assertThat(clinic.rows("select max_urgency from screening where id = " + done.screeningId()))
        .containsExactly("U0_EMERGENCY_NOW");
    assertThat(
            clinic.rows(
                "select state || ' ' || to_complete from intake where id = " + link.intakeId()))
        .containsExactly("SUBMITTED true");
    assertThat(inbox(IntakeInbox::received))
        .extracting(ReceivedRow::intakeId)
        .doesNotContain(link.intakeId());
  }

  @Test
  void R4_196_when_care_has_ended_the_door_is_closed_and_no_new_link_is_made() {
    String session = session();
    clinic.tamper("update episode set state = 'CLOSED_LOST' where id = " + episode);

    assertThat(clinic.look(session)).isEmpty();
    assertThat(clinic.tries(link.token(), false, born, ADDRESS)).isEmpty();
    assertThatThrownBy(
            () ->
                clinic.as(
                    DESK,
                    services ->
                        services
                            .get(IntakeLinks.class)
                            .make(new MakeLink(link.intakeId(), UUID.randomUUID(), Language.en))))
        .hasMessageStartingWith("episode.over");
  }
}

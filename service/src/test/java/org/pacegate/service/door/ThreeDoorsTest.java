package org.pacegate.service.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.service.door.LinkClinic.BORN;
import static org.pacegate.service.door.LinkClinic.DESK;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.door.DoorState.Elsewhere;
import org.pacegate.service.intake.AcceptNew;
import org.pacegate.service.intake.Contradictions;
import org.pacegate.service.intake.DoorDifference;
import org.pacegate.service.intake.EntrySource;
import org.pacegate.service.intake.IntakeInbox;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.service.intake.PlainWords;
import org.pacegate.service.intake.SettleContradiction;
import org.pacegate.service.intake.Submission;

/** One draft that begins by link, goes on at the kiosk and ends at the desk (R4.100, R4.103). */
class ThreeDoorsTest {

  private static final String DVT_1 = "answer.DVT-1";

  private final LinkClinic clinic = LinkClinic.open();
  private final MadeLink link = clinic.link();
  private final Tablet tablet = Tablet.begun(clinic);

  ThreeDoorsTest() {
    clinic.as(
        DESK,
        services -> {
          services
              .get(ExpectedRunners.class)
              .expect(new ExpectIntake(link.intakeId(), UUID.randomUUID()));
          return null;
        });
  }

  private String atTheKiosk() {
    return tablet.types("Linked", "Lena", BORN).orElseThrow();
  }

  /** Other tests of this clinic expect the same runner. */
  @AfterEach
  void takeOff() {
    clinic.as(
        DESK,
        services -> {
          services.get(ExpectedRunners.class).takeOff(link.intakeId());
          return null;
        });
  }

  @Test
  void R4_100_each_answer_says_its_door_and_the_list_where_it_stopped() {
    String phone = clinic.session(link);
    clinic.answers(phone, "complaint.words", "It clicks.");
    String session = atTheKiosk();
    assertThat(clinic.look(session)).as("one device at a time").containsInstanceOf(Elsewhere.class);
    clinic.outside(services -> services.get(DoorIntake.class).continueHere(session));
    assertThat(clinic.look(phone)).isEmpty();
    assertThat(clinic.open(session).intake().entries())
        .containsEntry("complaint.words", "It clicks.");
    clinic.answers(session, "complaint.side", "LEFT");
    clinic.types(link.intakeId(), "person.phone", "600123456");

    IntakeView desk = clinic.atTheDesk(link.intakeId());
    assertThat(desk.sources().get("complaint.words").door()).isEqualTo(Door.LINK);
    assertThat(desk.sources().get("complaint.side").door()).isEqualTo(Door.KIOSK);
    assertThat(desk.sources().get("person.phone").door()).isEqualTo(Door.DESK);
    assertThat(
            clinic.rows(
                "select door from intake_entry_history where field = 'complaint.side'"
                    + " and intake_id = "
                    + link.intakeId()))
        .containsExactly("KIOSK");
  }

  @Test
  void R4_103_what_the_kiosk_and_the_desk_say_differently_stands_side_by_side() {
    clinic.types(link.intakeId(), "complaint.side", "LEFT");
    String session = atTheKiosk();
    clinic.answers(session, "complaint.side", "RIGHT");
    assertThat(clinic.atTheDesk(link.intakeId()).contradictions())
        .singleElement()
        .satisfies(
            both -> {
              assertThat(both.desk().value()).isEqualTo("LEFT");
              assertThat(both.runner().value()).isEqualTo("RIGHT");
              assertThat(both.runner().door()).isEqualTo(Door.KIOSK);
            });
  }

  @Test
  void R4_103_the_danger_of_one_door_is_not_taken_away_at_another() {
    clinic.types(link.intakeId(), "complaint.bodySite", "LOW_BACK");
    clinic.types(link.intakeId(), "answer.CES-1", "NO");
    String session = atTheKiosk();
    clinic.answers(session, "answer.CES-1", "YES");
    assertThat(clinic.atTheDesk(link.intakeId()).soFar().maxUrgency())
        .contains(Urgency.U0_EMERGENCY_NOW);
  }

  /** At the tablet, where the phone is out. */
  private String goesOnAtTheKiosk() {
    String session = atTheKiosk();
    clinic.outside(services -> services.get(DoorIntake.class).continueHere(session));
    return session;
  }

  private List<String> dangers() {
    return clinic.rows(
        "select urgency || ' ' || (taken_back_at is not null) from intake where id = "
            + link.intakeId());
  }

  private List<String> raised(Submission.Submitted done) {
    return clinic.rows(
        "select distinct urgency from screening_flag where screening_id = " + done.screeningId());
  }

  private Submission.Submitted taken() {
    return clinic.as(
        DESK,
        services ->
            services
                .get(IntakeInbox.class)
                .acceptNew(new AcceptNew(link.intakeId(), UUID.randomUUID(), PlainWords.ES)));
  }

  @Test
  void R4_190_the_runners_own_two_doors_stand_side_by_side_too() {
    clinic.answers(clinic.session(link), "complaint.side", "LEFT");
    clinic.answers(goesOnAtTheKiosk(), "complaint.side", "RIGHT");
    clinic.types(link.intakeId(), "complaint.words", "It clicks.");

    assertThat(clinic.atTheDesk(link.intakeId()).differences())
        .singleElement()
        .satisfies(
            side -> {
              assertThat(side.field()).isEqualTo("complaint.side");
              assertThat(side.said())
                  .extracting(said -> said.door() + " " + said.value() + " " + side.stands(said))
                  .containsExactly("LINK LEFT false", "KIOSK RIGHT true");
              assertThat(side.said()).extracting(EntrySource::at).doesNotContainNull();
            });
  }

  @Test
  void R4_190_three_doors_may_say_three_things() {
    clinic.answers(clinic.session(link), "complaint.side", "LEFT");
    clinic.answers(goesOnAtTheKiosk(), "complaint.side", "RIGHT");
    clinic.types(link.intakeId(), "complaint.side", "BOTH");
    assertThat(clinic.atTheDesk(link.intakeId()).differences().get(0).said())
        .extracting(said -> said.door() + " " + said.value() + " " + said.by())
        .containsExactlyInAnyOrder(
            "LINK LEFT null", "KIOSK RIGHT null", "DESK BOTH Anna Lindqvist");
  }

  @Test
  void R4_190_what_was_taken_back_before_contradicts_nobody() {
    String phone = clinic.session(link);
    clinic.answers(phone, "complaint.side", "LEFT");
    clinic.answers(phone, "complaint.side", "");
    clinic.answers(goesOnAtTheKiosk(), "complaint.side", "RIGHT");
    assertThat(clinic.atTheDesk(link.intakeId()).differences()).isEmpty();
  }

  @Test
  void R4_191_a_danger_told_by_link_outlives_the_no_at_the_kiosk() {
    String phone = clinic.session(link);
    clinic.answersAll(phone);
    clinic.answers(phone, DVT_1, "YES");
    String session = goesOnAtTheKiosk();
    clinic.answers(session, DVT_1, "NO");
    assertThat(dangers()).as("the clock runs on").containsExactly("U1_SAME_DAY true");

    assertThat(clinic.send(session)).isInstanceOf(DoorState.Sent.class);
    assertThat(raised(taken())).contains("U1_SAME_DAY");
    assertThat(clinic.atTheDesk(link.intakeId()).differences())
        .as("on record, too")
        .extracting(DoorDifference::field)
        .containsExactly(DVT_1);
  }

  @Test
  void R4_191_the_desks_danger_outlives_the_choice_of_the_runners_no() {
    String phone = clinic.session(link);
    clinic.types(link.intakeId(), DVT_1, "YES");
    clinic.answersAll(phone);
    clinic.answers(phone, DVT_1, "NO");
    assertThat(clinic.send(phone)).isInstanceOf(DoorState.Sent.class);
    clinic.as(
        DESK,
        services ->
            services
                .get(Contradictions.class)
                .settle(new SettleContradiction(link.intakeId(), DVT_1, true)));
    assertThat(dangers()).as("the clock runs on").containsExactly("U1_SAME_DAY true");
    assertThat(raised(taken())).contains("U1_SAME_DAY");
  }

  @Test
  void R4_191_a_danger_about_an_earlier_region_outlives_that_choice_too() {
    String phone = clinic.session(link);
    clinic.answers(phone, "complaint.bodySite", "LOW_BACK");
    clinic.types(link.intakeId(), "answer.CES-1", "YES");
    clinic.answers(phone, "answer.CES-1", "NO");
    clinic.as(
        DESK,
        services ->
            services
                .get(Contradictions.class)
                .settle(new SettleContradiction(link.intakeId(), "answer.CES-1", true)));
    clinic.answersAll(phone);
    assertThat(clinic.atTheDesk(link.intakeId()).setAside()).contains("CES-1");
    assertThat(clinic.send(phone)).isInstanceOf(DoorState.Sent.class);
    assertThat(raised(taken())).contains("U0_EMERGENCY_NOW");
  }

  @Test
  void R4_106_a_revoked_link_leaves_the_runner_at_the_kiosk() {
    String session = atTheKiosk();
    clinic.as(
        DESK,
        services -> {
          services.get(IntakeLinks.class).revoke(link.intakeId());
          return null;
        });
    assertThat(clinic.look(session)).isPresent();
  }
}

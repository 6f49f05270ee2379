package org.pacegate.service.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.service.door.LinkClinic.BORN;
import static org.pacegate.service.door.LinkClinic.DESK;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.door.DoorState.Elsewhere;
import org.pacegate.service.intake.IntakeView;

/** One draft that begins by link, goes on at the kiosk and ends at the desk (R4.100, R4.103). */
class ThreeDoorsTest {

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

package org.pacegate.service.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.door.LinkClinic.BORN;
import static org.pacegate.service.door.LinkClinic.DESK;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.door.TurnedAway;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.clinic.PasswordRefused;
import org.pacegate.service.demonstration.LoadedDemonstration;
import org.pacegate.service.door.DoorState.Ending;
import org.pacegate.service.door.DoorState.Open;
import org.pacegate.service.door.DoorState.Sent;
import org.pacegate.service.intake.Intakes;

/** R4.132 to R4.136: a tablet of the clinic, who gets in there, and how it ends. */
class KioskDoorTest {

  private static final Duration IDLE = Duration.ofSeconds(90);

  private final LinkClinic clinic = LinkClinic.open();

  @Test
  void R4_132_staff_begin_one_with_a_pin_and_their_own_password() {
    assertThat(Tablet.begun(clinic).visit())
        .hasValueSatisfying(visit -> assertThat(visit.idleSeconds()).isEqualTo(90));
    String right = LoadedDemonstration.password();
    assertThatThrownBy(() -> Tablet.begin(clinic, "Tablet", "4711", "not it"))
        .isInstanceOf(PasswordRefused.class);
    assertThatThrownBy(() -> Tablet.begin(clinic, "Tablet", "1234", right))
        .hasMessageStartingWith("invalid.pin.simple");
    assertThatThrownBy(() -> Tablet.begin(clinic, " ", "4711", right))
        .hasMessageStartingWith("invalid.name.missing");
    BeginKiosk twice = new BeginKiosk("Twice", "4711", right, UUID.randomUUID());
    Tablet.begin(clinic, twice);
    assertThatThrownBy(() -> Tablet.begin(clinic, twice)).hasMessageStartingWith("kiosk.begun");
    assertThat(clinic.rows("select count(*) from kiosk where name = 'Twice'")).containsExactly("1");
  }

  @Test
  void R4_130_neither_key_nor_pin_nor_session_is_kept_as_it_is() {
    Tablet tablet = Tablet.begun(clinic);
    Tablet.expect(clinic, "Hashed", "Hanna", BORN);
    String session = tablet.types("Hashed", "Hanna", BORN).orElseThrow();
    assertThat(clinic.rows("select k::text from kiosk k where id = " + tablet.id()).get(0))
        .doesNotContain(tablet.key())
        .doesNotContain("," + Tablet.PIN + ",");
    assertThat(clinic.rows("select s::text from door_session s").toString())
        .doesNotContain(session);
    assertThat(
            new OpenAtKiosk(tablet.key(), "Hashed", "Hanna", BORN)
                + new LeaveKiosk(tablet.key(), Tablet.PIN).toString()
                + new BeginKiosk("n", Tablet.PIN, "p", UUID.randomUUID()))
        .doesNotContain(tablet.key(), "Hashed", BORN, Tablet.PIN);
  }

  @Test
  void R4_130_it_ends_after_a_working_day() {
    LinkClinic later = LinkClinic.afresh();
    Tablet tablet = Tablet.begun(later);
    Tablet.expect(later, "Late", "Lou", BORN);
    later.pass(Duration.ofHours(12));
    assertThat(tablet.visit()).isEmpty();
    assertThat(tablet.types("Late", "Lou", BORN)).isEmpty();
    assertThat(tablet.leave(Tablet.PIN)).isFalse();
    assertThat(tablet.board().running()).isEmpty();
  }

  @Test
  void R4_134_the_expected_runner_gets_in_and_everything_says_at_the_kiosk() {
    Tablet tablet = Tablet.begun(clinic);
    long intake = Tablet.expect(clinic, "Ruiz García", "Ana María", BORN);
    String session = tablet.types("RUIZ", "ana", BORN).orElseThrow();
    assertThat(clinic.open(session).intake().intakeId()).isEqualTo(intake);
    clinic.answers(session, "complaint.words", "It clicks.");
    assertThat(clinic.atTheDesk(intake).sources().get("complaint.words"))
        .satisfies(
            source -> {
              assertThat(source.door()).isEqualTo(Door.KIOSK);
              assertThat(source.by()).isNull();
            });
    assertThat(
            clinic.rows(
                "select concat_ws('|', practitioner_id, detail) from"
                    + " audit.events_of_clinic(null, null, 200) where entity = 'Intake'"
                    + " and detail like 'door KIOSK%entries 1' and entity_id = "
                    + intake))
        .singleElement()
        .asString()
        .startsWith("door KIOSK, session ");
  }

  @Test
  void R4_134_whatever_is_wrong_nobody_gets_in_and_the_desk_sees_that_somebody_was_sent_away() {
    LinkClinic own = LinkClinic.afresh();
    Tablet tablet = Tablet.begun(own);
    Tablet.expect(own, "Expected", "Emma", "1988-01-01");
    Tablet.expect(own, "Twin", "Tara", "1988-02-02");
    Tablet.expect(own, "Twin", "Tara", "1988-02-02");

    assertThat(tablet.types("Else", "Somebody", "1988-01-01")).isEmpty();
    assertThat(tablet.types("Expected", "Emma", "1988-01-02")).isEmpty();
    assertThat(tablet.types("Twin", "Tara", "1988-02-02")).isEmpty();
    assertThat(tablet.types("", "", "")).isEmpty();

    KioskBoard board = tablet.board();
    assertThat(board.turnedAwayToday()).isEqualTo(4);
    assertThat(board.turnedAway())
        .extracting(TurnedAwayLine::reason)
        .containsExactly(
            TurnedAway.NOBODY, TurnedAway.SEVERAL, TurnedAway.NOBODY, TurnedAway.OTHER_NAME);
    assertThat(board.turnedAway().get(0).kiosk()).isEqualTo("Waiting room");
    assertThat(
            own.rows(
                "select detail from audit.events_of_clinic(null, null, 50)"
                    + " where entity = 'Kiosk' and action = 'SIGN_IN_FAILED'"))
        .hasSize(4)
        .allSatisfy(detail -> assertThat(detail).doesNotContain("Else", "1988", "Emma"));
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday, update pacegate.expected_intake set expected_on = expected_on - 1 where intake_id = %d",
    "sent, update pacegate.intake set state = 'DISCARDED' where id = %d"
  })
  void R4_135_only_today_and_only_unfinished(String family, String change) {
    Tablet tablet = Tablet.begun(clinic);
    long intake = Tablet.expect(clinic, family, "Nora", "1977-07-07");
    clinic.tamper(change.formatted(intake));
    assertThat(tablet.types(family, "Nora", "1977-07-07")).isEmpty();
  }

  @Test
  void R4_135_staff_put_a_known_patient_and_a_draft_on_the_list_and_take_them_off() {
    Tablet tablet = Tablet.begun(clinic);
    String[] patient =
        clinic
            .rows(
                "select id || '|' || family_name || '|' || given_name || '|' || birth_date"
                    + " from patient p where birth_date is not null and family_name <> '?'"
                    + " and not exists (select from patient o where o.id <> p.id"
                    + " and o.birth_date = p.birth_date) order by id limit 1")
            .get(0)
            .split("\\|", -1);
    long intake =
        clinic.as(
            DESK,
            services ->
                services
                    .get(ExpectedRunners.class)
                    .expectPatient(
                        new ExpectPatient(Long.parseLong(patient[0]), UUID.randomUUID())));
    assertThat(tablet.types(patient[1], patient[2], patient[3])).isPresent();
    expect(intake);
    assertThat(clinic.rows("select count(*) from expected_intake where intake_id = " + intake))
        .as("put twice is put once")
        .containsExactly("1");

    String session = tablet.types(patient[1], patient[2], patient[3]).orElseThrow();
    takeOff(intake);
    assertThat(clinic.look(session)).as("whoever is at it is out").isEmpty();
    assertThat(tablet.types(patient[1], patient[2], patient[3])).isEmpty();
    assertThat(today()).noneMatch(row -> row.intakeId() == intake);
    takeOff(intake);
    expect(intake);
    assertThat(today()).anyMatch(row -> row.intakeId() == intake && row.isAwaited());
  }

  private void expect(long intake) {
    clinic.as(
        DESK,
        services -> {
          services.get(ExpectedRunners.class).expect(new ExpectIntake(intake, UUID.randomUUID()));
          return null;
        });
  }

  private void takeOff(long intake) {
    clinic.as(
        DESK,
        services -> {
          services.get(ExpectedRunners.class).takeOff(intake);
          return null;
        });
  }

  private List<ExpectedRow> today() {
    return clinic.as(DESK, services -> services.get(ExpectedRunners.class).today());
  }

  @Test
  void R4_135_a_name_that_is_not_known_is_not_expected_and_a_form_sent_twice_is_one() {
    long nameless = clinic.as(DESK, services -> services.get(Intakes.class).start());
    assertThatThrownBy(() -> expect(nameless)).hasMessageStartingWith("link.nameless");
    ExpectNew command = new ExpectNew("Once", "Olga", BORN, UUID.randomUUID());
    clinic.as(DESK, services -> services.get(ExpectedRunners.class).expectNew(command));
    assertThatThrownBy(
            () ->
                clinic.as(DESK, services -> services.get(ExpectedRunners.class).expectNew(command)))
        .hasMessageStartingWith("kiosk.expected");
    assertThatThrownBy(() -> Tablet.expect(clinic, "No", "Date", "31/2/1990"))
        .hasMessageStartingWith("invalid.birthDate");
  }

  @Test
  void R4_134_guessing_is_slowed_down_for_this_kiosk_only() {
    LinkClinic own = LinkClinic.afresh();
    Tablet guessed = Tablet.begun(own);
    Tablet other = Tablet.begun(own);
    Tablet.expect(own, "Guessed", "Gina", BORN);
    for (int i = 0; i < 4; i++) {
      assertThat(guessed.types("Guess" + i, "Gina", BORN)).isEmpty();
    }
    for (int i = 0; i < 5; i++) {
      assertThat(guessed.types("Guessed", "Gina", BORN)).as("has to wait now").isEmpty();
    }
    assertThat(other.types("Guessed", "Gina", BORN)).isPresent();
    other.wipe();
    assertThat(own.rows("select reason from kiosk_turned_away where reason = 'TOO_SOON'"))
        .as("a hammered tablet fills no list")
        .hasSize(1);
    own.pass(Duration.ofSeconds(31));
    assertThat(guessed.types("Guessed", "Gina", BORN)).as("after the wait").isPresent();
  }

  @Test
  void R4_133_it_is_left_with_its_pin_and_never_locked_for_the_desk() {
    LinkClinic own = LinkClinic.afresh();
    Tablet tablet = Tablet.begun(own);
    Tablet other = Tablet.begun(own);
    for (int i = 0; i < 7; i++) {
      assertThat(tablet.leave("999" + i)).isFalse();
    }
    assertThat(tablet.leave(Tablet.PIN)).as("has to wait now").isFalse();
    assertThat(other.leave(Tablet.PIN)).as("another one does not").isTrue();
    assertThat(other.visit()).isEmpty();
    own.pass(Duration.ofMinutes(16));
    assertThat(tablet.leave(Tablet.PIN)).isTrue();
    assertThat(tablet.visit()).isEmpty();

    Tablet third = Tablet.begun(own);
    for (int i = 0; i < 9; i++) {
      third.leave("0001");
    }
    third.endAtTheDesk();
    third.endAtTheDesk();
    assertThat(third.visit()).isEmpty();
    assertThat(
            own.rows(
                "select string_agg(distinct action || ' ' || detail, ', ' order by action || ' ' || detail)"
                    + " from audit.events_of_clinic(null, null, 100) where entity = 'Kiosk'"
                    + " and entity_id in ("
                    + tablet.id()
                    + ", "
                    + third.id()
                    + ")"))
        .containsExactly(
            "CHANGE ended from the desk, CREATE begun, SIGN_IN_FAILED door KIOSK: PIN,"
                + " SIGN_OUT door KIOSK: left with the PIN");
  }

  @Test
  void R4_136_nothing_is_shown_after_the_seconds_without_activity_and_what_was_saved_stays() {
    LinkClinic own = LinkClinic.afresh();
    Tablet tablet = Tablet.begun(own);
    long intake = Tablet.expect(own, "Idle", "Ida", BORN);
    String session = tablet.types("Idle", "Ida", BORN).orElseThrow();
    own.answers(session, "complaint.words", "It clicks.");
    own.pass(IDLE.minusSeconds(1));
    assertThat(tablet.stays(session)).as("somebody is still typing").isTrue();
    own.pass(IDLE.minusSeconds(1));
    assertThat(own.look(session)).as("looking is activity").containsInstanceOf(Open.class);
    own.pass(IDLE);
    assertThat(tablet.stays(session)).isFalse();
    assertThat(own.look(session)).isEmpty();
    assertThatThrownBy(() -> own.answers(session, "complaint.words", "Somebody else."))
        .hasMessageStartingWith("door.closed");
    assertThat(own.atTheDesk(intake).entries()).containsEntry("complaint.words", "It clicks.");
    String again = tablet.types("Idle", "Ida", BORN).orElseThrow();
    assertThat(own.open(again).intake().entries()).containsEntry("complaint.words", "It clicks.");
  }

  @Test
  void R4_136_the_clinic_sets_the_seconds() {
    LinkClinic own = LinkClinic.afresh();
    own.tamper(
        "insert into pacegate.setting (clinic_id, id, name, value, changed_at) select id,"
            + " nextval('pacegate.record_seq'), 'kiosk.idleSeconds', '30', now() from pacegate.clinic");
    Tablet tablet = Tablet.begun(own);
    assertThat(tablet.visit().orElseThrow().idleSeconds()).isEqualTo(30);
    Tablet.expect(own, "Short", "Sue", BORN);
    String session = tablet.types("Short", "Sue", BORN).orElseThrow();
    own.pass(Duration.ofSeconds(30));
    assertThat(own.look(session)).isEmpty();
  }

  @Test
  void R4_136_the_next_runner_and_a_wipe_put_the_one_before_out() {
    Tablet tablet = Tablet.begun(clinic);
    Tablet.expect(clinic, "First", "Fay", BORN);
    Tablet.expect(clinic, "Second", "Sam", BORN);
    String first = tablet.types("First", "Fay", BORN).orElseThrow();
    String second = tablet.types("Second", "Sam", BORN).orElseThrow();
    assertThat(clinic.look(first)).isEmpty();
    assertThat(tablet.types("Nobody", "Nora", BORN)).isEmpty();
    assertThat(clinic.look(second)).as("whoever tries next").isEmpty();
    String third = tablet.types("Second", "Sam", BORN).orElseThrow();
    tablet.wipe();
    assertThat(clinic.look(third)).isEmpty();
  }

  @Test
  void R4_136_what_is_on_its_way_while_the_kiosk_ends_is_kept_and_nothing_is_shown() {
    LinkClinic own = LinkClinic.afresh();
    Tablet tablet = Tablet.begun(own);
    long intake = Tablet.expect(own, "Typing", "Tess", BORN);
    String session = tablet.types("Typing", "Tess", BORN).orElseThrow();
    own.answers(session, "complaint.bodySite", "LOW_BACK");
    tablet.endAtTheDesk();
    assertThat(own.look(session)).containsInstanceOf(Ending.class);
    assertThat(tablet.stays(session)).isFalse();
    assertThatThrownBy(() -> own.send(session)).hasMessageStartingWith("door.closed");
    assertThat(own.answers(session, "answer.CES-1", "YES").soFar().maxUrgency())
        .contains(Urgency.U0_EMERGENCY_NOW);
    assertThat(own.atTheDesk(intake).entries()).containsEntry("answer.CES-1", "YES");
    assertThat(own.look(session)).as("once").isEmpty();
    assertThatThrownBy(() -> own.answers(session, "answer.CES-1", "NO"))
        .hasMessageStartingWith("door.closed");
  }

  @Test
  void R4_136_what_arrives_long_after_the_kiosk_ended_is_not_kept() {
    LinkClinic own = LinkClinic.afresh();
    Tablet tablet = Tablet.begun(own);
    Tablet.expect(own, "Slow", "Sia", BORN);
    String session = tablet.types("Slow", "Sia", BORN).orElseThrow();
    tablet.endAtTheDesk();
    own.pass(IDLE);
    assertThatThrownBy(() -> own.answers(session, "complaint.words", "too late"))
        .hasMessageStartingWith("door.closed");
  }

  @Test
  void R4_101_a_runner_sends_at_the_kiosk_into_the_inbox() {
    Tablet tablet = Tablet.begun(clinic);
    long intake = Tablet.expect(clinic, "Sending", "Siri", BORN);
    String session = tablet.types("Sending", "Siri", BORN).orElseThrow();
    clinic.answersAll(session);
    assertThat(clinic.send(session)).isInstanceOf(Sent.class);
    assertThat(clinic.send(session)).as("twice is once").isInstanceOf(Sent.class);
    assertThat(clinic.rows("select state || ' ' || received_door from intake where id = " + intake))
        .containsExactly("RECEIVED KIOSK");
    assertThat(today())
        .filteredOn(row -> row.intakeId() == intake)
        .singleElement()
        .satisfies(row -> assertThat(row.isAwaited()).isFalse());
    assertThat(tablet.types("Sending", "Siri", BORN)).as("it was sent").isEmpty();
  }

  @Test
  void R4_17_a_danger_at_the_kiosk_is_the_clinics_at_once() {
    Tablet tablet = Tablet.begun(clinic);
    long intake = Tablet.expect(clinic, "Danger", "Dora", BORN);
    String session = tablet.types("Danger", "Dora", BORN).orElseThrow();
    clinic.answers(session, "complaint.bodySite", "LOW_BACK");
    clinic.answers(session, "answer.CES-1", "YES");
    assertThat(clinic.rows("select urgency from danger where intake_id = " + intake))
        .containsExactly("U0_EMERGENCY_NOW");
  }

  @Test
  void R13_3_a_kiosk_of_another_clinic_does_not_exist_and_lets_in_nobody_of_ours() {
    Tablet tablet = Tablet.begun(clinic);
    assertThatThrownBy(
            () ->
                clinic.as(
                    LoadedDemonstration.SIERRA,
                    services -> {
                      services.get(Kiosks.class).end(tablet.id());
                      return null;
                    }))
        .hasMessageStartingWith("noSuchRecord");
    BegunKiosk theirs =
        clinic.as(
            LoadedDemonstration.SIERRA,
            services ->
                services
                    .get(Kiosks.class)
                    .begin(
                        new BeginKiosk(
                            "Theirs", "4711", LoadedDemonstration.password(), UUID.randomUUID())));
    Tablet.expect(clinic, "Ours", "Olive", BORN);
    assertThat(new Tablet(clinic, theirs.kioskId(), theirs.key()).types("Ours", "Olive", BORN))
        .isEmpty();
    assertThat(tablet.types("Ours", "Olive", BORN)).isPresent();
    List<?> seen =
        clinic.as(
            LoadedDemonstration.SIERRA,
            services ->
                services
                    .get(EntityManager.class)
                    .createNativeQuery("select id from kiosk where id = " + tablet.id())
                    .getResultList());
    assertThat(seen).isEmpty();
  }

  @Test
  void R4_130_an_ended_kiosk_stays_ended() {
    Tablet tablet = Tablet.begun(clinic);
    tablet.endAtTheDesk();
    assertThatThrownBy(
            () ->
                clinic.as(
                    DESK,
                    services ->
                        services
                            .get(EntityManager.class)
                            .createNativeQuery(
                                "update kiosk set ended_at = null, ended_by = null where id = "
                                    + tablet.id())
                            .executeUpdate()))
        .rootCause()
        .hasMessageContaining("kiosk_ended_for_good");
  }
}

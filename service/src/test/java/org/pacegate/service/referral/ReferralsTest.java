package org.pacegate.service.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.referral.DeliveryState;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.referral.ReferralResult;
import org.pacegate.domain.referral.ReferralState;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.patient.PatientRecords;
import org.pacegate.service.patient.TimelineEntry;
import org.pacegate.service.screening.DangerClinic.Raised;
import org.pacegate.service.screening.DecideFlag;
import org.pacegate.service.screening.Screenings;
import org.pacegate.service.testing.TestClinics;

/** R5.20, R5.22, R5.23: referrals as the desk and the clinicians move them. */
class ReferralsTest {

  private static final Instant NOW = Instant.parse("2026-06-19T10:00:00Z");
  private static final TestClinics CLINICS = new TestClinics(NOW);

  private ReferringClinic clinic;

  @BeforeEach
  void openTheClinic() {
    CLINICS.turnTo(NOW);
    clinic = ReferringClinic.open(CLINICS);
  }

  @AfterAll
  static void close() {
    CLINICS.close();
  }

  private static void refused(String code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            DomainRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void R5_20_from_the_draft_to_the_answer_with_every_step_on_record() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    clinic.take("ther", referral, ReferralAction.SEND);
    clinic.take("desk", referral, ReferralAction.RECEIVE, ReferralAction.ACCEPT);
    clinic.take("desk", referral, ReferralAction.SCHEDULE, ReferralAction.MISS);
    clinic.take("desk", referral, ReferralAction.SCHEDULE, ReferralAction.BEGIN);
    clinic.take("ther", referral, ReferralAction.COMPLETE);

    ReferralDesk desk = clinic.open("desk", referral);
    assertThat(desk.steps())
        .extracting(ReferralLine::to)
        .containsExactly(
            ReferralState.DRAFT,
            ReferralState.SENT,
            ReferralState.RECEIVED,
            ReferralState.ACCEPTED,
            ReferralState.SCHEDULED,
            ReferralState.NO_SHOW,
            ReferralState.SCHEDULED,
            ReferralState.IN_PROGRESS,
            ReferralState.COMPLETED);
    assertThat(desk.referral().outcome()).isEqualTo("a sprain");
    assertThat(desk.referral().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(14)));
    assertThat(desk.offered()).isEmpty();
    assertThat(desk.deliverable()).isEmpty();
    assertThat(timeline(desk.header().patientId()))
        .contains("REFERRAL", "REFERRAL_SENT", "REFERRAL_NO_SHOW")
        .containsOnlyOnce("REFERRAL_COMPLETED");
    assertThat(
            clinic
                .people()
                .rows(
                    "select detail from audit.events_of_clinic(null, null, 500)"
                        + " where entity = 'ServiceRequest' and action in ('CREATE', 'CHANGE') order by id"))
        .containsExactly(
            "U2_URGENT_1_2W RHEUMATOLOGY",
            "SEND",
            "RECEIVE",
            "ACCEPT",
            "SCHEDULE",
            "MISS",
            "SCHEDULE",
            "BEGIN",
            "COMPLETE DIAGNOSIS");
  }

  private List<String> timeline(long patient) {
    return CLINICS.as(
        clinic.people().login("desk"),
        services ->
            services.get(PatientRecords.class).open(patient, 0).timeline().stream()
                .map(TimelineEntry::kind)
                .toList());
  }

  @Test
  void R5_20_a_second_click_takes_no_step_and_another_form_is_refused() {
    UUID key = UUID.randomUUID();
    long episode = clinic.people().raise().episode();
    long referral = clinic.askedByHand(episode, Urgency.U2_URGENT_1_2W, key);
    assertThat(clinic.askedByHand(episode, Urgency.U2_URGENT_1_2W, key)).isEqualTo(referral);
    refused(
        "referral.exists",
        () -> clinic.askedByHand(episode, Urgency.U2_URGENT_1_2W, UUID.randomUUID()));

    refused("submission.keyUsed", () -> clinic.askedByHand(episode, Urgency.U1_SAME_DAY, key));

    UUID click = UUID.randomUUID();
    clinic.take("ther", referral, 1, ReferralAction.SEND, click);
    clinic.take("ther", referral, 1, ReferralAction.SEND, click);
    assertThat(clinic.open("desk", referral).steps()).hasSize(2);
    refused(
        "submission.keyUsed",
        () -> clinic.take("ther", referral, 1, ReferralAction.RECEIVE, click));
  }

  @Test
  void R5_20_the_same_form_with_other_content_is_refused() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    clinic.take("ther", referral, ReferralAction.SEND, ReferralAction.RECEIVE);
    clinic.take("ther", referral, ReferralAction.ACCEPT);
    UUID form = UUID.randomUUID();
    long version = clinic.version(referral);
    Instant appointment = NOW.plus(Duration.ofDays(1));
    for (int click = 0; click < 2; click++) {
      clinic.schedule("desk", referral, version, appointment, form);
    }
    refused(
        "submission.keyUsed",
        () ->
            clinic.schedule(
                "desk", referral, version, appointment.plus(Duration.ofHours(1)), form));

    clinic.take("desk", referral, ReferralAction.BEGIN);
    UUID answer = UUID.randomUUID();
    long seen = clinic.version(referral);
    for (int click = 0; click < 2; click++) {
      clinic.complete("ther", referral, seen, ReferralResult.DIAGNOSIS, "a sprain", answer);
    }
    refused(
        "submission.keyUsed",
        () ->
            clinic.complete(
                "ther", referral, seen, ReferralResult.NO_DIAGNOSIS_FOUND, "a sprain", answer));
    refused(
        "submission.keyUsed",
        () -> clinic.complete("ther", referral, seen, ReferralResult.DIAGNOSIS, "gout", answer));
  }

  @Test
  void R5_20_two_people_move_one_referral_and_the_second_is_told() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    long seen = clinic.version(referral);
    clinic.take("ther", referral, ReferralAction.SEND);

    refused(
        "lostUpdate",
        () -> clinic.take("doc", referral, seen, ReferralAction.CANCEL, UUID.randomUUID()));
    assertThat(clinic.state(referral)).isEqualTo("SENT");
  }

  @Test
  void R5_4_staff_send_what_is_for_today_and_nothing_else() {
    long today = clinic.askedByRule(Urgency.U1_SAME_DAY);
    long later = clinic.askedByRule(Urgency.U2_URGENT_1_2W);

    clinic.take("desk", today, ReferralAction.SEND);
    refused("referral.notYours", () -> clinic.take("desk", later, ReferralAction.SEND));

    assertThat(clinic.state(today)).isEqualTo("SENT");
    assertThat(clinic.open("desk", later).offered()).isEmpty();
    assertThat(clinic.open("ther", later).offered())
        .containsExactlyInAnyOrder(ReferralAction.SEND, ReferralAction.REDIRECT);
  }

  @Test
  void R5_9_what_is_declined_is_drafted_again_and_the_chain_leads_both_ways() {
    long referral = clinic.askedByRule(Urgency.U1_SAME_DAY);
    clinic.take("desk", referral, ReferralAction.SEND, ReferralAction.DECLINE);

    ReferralView declined = clinic.open("desk", referral).referral();
    ReferralView again = clinic.open("desk", declined.supersededBy()).referral();
    assertThat(declined.state()).isEqualTo(ReferralState.DECLINED);
    assertThat(again.state()).isEqualTo(ReferralState.DRAFT);
    assertThat(again.supersedes()).isEqualTo(referral);
    assertThat(again.dueAt()).isEqualTo(declined.dueAt());
  }

  @Test
  void R5_12_the_referral_of_a_flag_ends_when_the_flag_is_cleared() {
    Raised raised = clinic.people().raise(Urgency.U1_SAME_DAY);
    long referral =
        clinic.number(
            "select cast(id as text) from referral where screening_id = " + raised.screening());
    refused("referral.flagStands", () -> clinic.take("doc", referral, ReferralAction.CANCEL));
    assertThat(clinic.open("doc", referral).offered())
        .as("what would be refused is not offered")
        .containsExactlyInAnyOrder(ReferralAction.SEND, ReferralAction.REDIRECT);

    clinic
        .people()
        .as(
            "doc",
            services ->
                services
                    .get(Screenings.class)
                    .decideFlag(
                        new DecideFlag(
                            raised.screening(),
                            "R1",
                            FlagState.CLEARED,
                            "examined",
                            clinic.people().doctorsPassword())));
    assertThat(clinic.state(referral)).isEqualTo("CANCELLED");
  }

  @Test
  void R5_11_the_delivery_goes_its_own_way() {
    long referral = clinic.askedByRule(Urgency.U1_SAME_DAY);
    clinic.take("desk", referral, ReferralAction.SEND);
    UUID key = UUID.randomUUID();
    long version = clinic.version(referral);
    for (int click = 0; click < 2; click++) {
      clinic.deliver("desk", referral, version, DeliveryState.HANDED_OVER, key);
    }

    ReferralDesk desk = clinic.open("desk", referral);
    assertThat(desk.deliveries())
        .extracting(DeliveryLine::to)
        .containsExactly(DeliveryState.QUEUED, DeliveryState.HANDED_OVER);
    assertThat(desk.referral().state()).isEqualTo(ReferralState.SENT);
    assertThat(desk.deliverable()).containsExactly(DeliveryState.OPENED);
  }

  @Test
  void R5_22_what_somebody_has_to_see_to_stands_first_and_says_why() {
    long calm = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    clinic.take("ther", calm, ReferralAction.SEND, ReferralAction.RECEIVE, ReferralAction.ACCEPT);
    long missed = clinic.askedByHand(Urgency.U3_ROUTINE);
    clinic.take(
        "ther",
        missed,
        ReferralAction.SEND,
        ReferralAction.RECEIVE,
        ReferralAction.ACCEPT,
        ReferralAction.SCHEDULE,
        ReferralAction.MISS);
    long unsent = clinic.askedByRule(Urgency.U1_SAME_DAY);
    assertThat(problems())
        .as("what is for today first")
        .containsExactly(unsent + " null", missed + " MISSED", calm + " null");

    CLINICS.turnTo(NOW.plus(Duration.ofHours(4)));
    assertThat(problems())
        .containsExactly(unsent + " NOT_SENT", missed + " MISSED", calm + " null");
    CLINICS.turnTo(NOW.plus(Duration.ofHours(24 * 14 * 3 / 4)));
    assertThat(problems())
        .containsExactly(unsent + " NOT_SENT", calm + " NOT_SCHEDULED", missed + " MISSED");
  }

  @Test
  void R5_22_an_appointment_that_is_too_late_or_over_and_an_answer_that_lacks() {
    long referral = clinic.askedByRule(Urgency.U1_SAME_DAY);
    clinic.take("desk", referral, ReferralAction.SEND);
    CLINICS.turnTo(NOW.plus(Duration.ofHours(1)));
    assertThat(problems()).containsExactly(referral + " NOT_DELIVERED");
    clinic.take("desk", referral, ReferralAction.RECEIVE, ReferralAction.ACCEPT);
    assertThat(problems()).containsExactly(referral + " null");
    clinic.take("desk", referral, ReferralAction.SCHEDULE);
    assertThat(problems()).as("an hour after the day").containsExactly(referral + " TOO_LATE");
    CLINICS.turnTo(NOW.plus(Duration.ofHours(26)));
    assertThat(problems()).containsExactly(referral + " NOT_SEEN");
    clinic.take("desk", referral, ReferralAction.BEGIN);
    assertThat(problems()).containsExactly(referral + " null");
    CLINICS.turnTo(NOW.plus(Duration.ofHours(25 + 24)));
    assertThat(problems()).containsExactly(referral + " NO_RESULT");
  }

  @ParameterizedTest
  @CsvSource({"U0_EMERGENCY_NOW, PT15M", "U1_SAME_DAY, PT4H", "U2_URGENT_1_2W, PT24H"})
  void R5_22_what_a_clinician_drafted_has_to_be_sent_in_its_urgencys_time(
      Urgency urgency, Duration time) {
    long referral = clinic.askedByHand(urgency);

    CLINICS.turnTo(NOW.plus(time).minusSeconds(1));
    assertThat(problems()).containsExactly(referral + " null");
    CLINICS.turnTo(NOW.plus(time));
    assertThat(problems()).containsExactly(referral + " NOT_SENT");
    long toBeSeenTo =
        CLINICS.as(
            clinic.people().login("desk"),
            services -> services.get(ReferralDesks.class).toBeSeenTo());
    assertThat(toBeSeenTo).isEqualTo(1);
  }

  @Test
  void R5_22_what_is_on_hold_does_not_fall_silent() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    clinic.take(
        "doc",
        referral,
        ReferralAction.SEND,
        ReferralAction.RECEIVE,
        ReferralAction.ACCEPT,
        ReferralAction.HOLD);

    CLINICS.turnTo(NOW.plus(Duration.ofDays(14)).minusSeconds(1));
    assertThat(problems()).containsExactly(referral + " null");
    CLINICS.turnTo(NOW.plus(Duration.ofDays(14)));
    assertThat(problems()).containsExactly(referral + " HELD");
  }

  @Test
  void R5_10_what_was_accepted_waits_on_after_the_hold_and_keeps_the_rest() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    clinic.take(
        "doc", referral, ReferralAction.SEND, ReferralAction.RECEIVE, ReferralAction.ACCEPT);
    ReferralView before = clinic.open("doc", referral).referral();
    clinic.take("doc", referral, ReferralAction.HOLD);
    assertThat(clinic.open("doc", referral).offered())
        .contains(ReferralAction.RESUME)
        .doesNotContain(ReferralAction.SCHEDULE);
    CLINICS.turnTo(NOW.plus(Duration.ofDays(3)));
    clinic.take("doc", referral, ReferralAction.RESUME);

    ReferralView after = clinic.open("doc", referral).referral();
    assertThat(after.expiresAt()).isEqualTo(before.expiresAt().plus(Duration.ofDays(3)));
    assertThat(after)
        .usingRecursiveComparison()
        .ignoringFields("version", "expiresAt")
        .isEqualTo(before);
    ReferringClinic.sweep(CLINICS);
    CLINICS.turnTo(before.expiresAt());
    ReferringClinic.sweep(CLINICS);
    assertThat(clinic.state(referral)).isEqualTo("ACCEPTED");
  }

  @Test
  void R5_4_what_had_an_appointment_has_it_after_the_hold() {
    long referral = clinic.askedByHand(Urgency.U3_ROUTINE);
    clinic.take(
        "ther",
        referral,
        ReferralAction.SEND,
        ReferralAction.RECEIVE,
        ReferralAction.ACCEPT,
        ReferralAction.SCHEDULE);
    ReferralView before = clinic.open("ther", referral).referral();
    clinic.take("ther", referral, ReferralAction.HOLD);
    assertThat(clinic.state(referral)).isEqualTo("ON_HOLD");
    CLINICS.turnTo(NOW.plus(Duration.ofHours(2)));
    clinic.take("ther", referral, ReferralAction.RESUME);

    assertThat(clinic.open("ther", referral).referral())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"U0_EMERGENCY_NOW, PT15M", "U1_SAME_DAY, PT4H"})
  void R5_22_what_was_sent_and_nobody_received_is_told_in_its_urgencys_time(
      Urgency urgency, Duration time) {
    long referral = clinic.askedByRule(urgency);
    clinic.take("desk", referral, ReferralAction.SEND);
    clinic.deliver("desk", referral, DeliveryState.HANDED_OVER);

    CLINICS.turnTo(NOW.plus(time).minusSeconds(1));
    assertThat(problems()).containsExactly(referral + " null");
    CLINICS.turnTo(NOW.plus(time));
    assertThat(problems()).containsExactly(referral + " NOT_RECEIVED");
  }

  @Test
  void R5_22_behind_the_last_page_is_the_last_page() {
    long referral = clinic.askedByRule(Urgency.U2_URGENT_1_2W);

    ReferralList list =
        CLINICS.as(
            clinic.people().login("desk"), services -> services.get(ReferralDesks.class).list(7));

    assertThat(list.page()).isZero();
    assertThat(list.total()).isEqualTo(1);
    assertThat(list.rows()).extracting(ReferralRow::referralId).containsExactly(referral);
  }

  @Test
  void R5_16_an_emergency_that_was_seen_at_once_is_answered_afterwards() {
    long referral = clinic.askedByRule(Urgency.U0_EMERGENCY_NOW);
    clinic.take("desk", referral, ReferralAction.SEND);
    CLINICS.turnTo(NOW.plus(Duration.ofHours(30)));
    clinic.take("desk", referral, ReferralAction.RECEIVE, ReferralAction.ACCEPT);

    long version = clinic.version(referral);
    clinic.schedule("desk", referral, version, NOW.plus(Duration.ofMinutes(20)), UUID.randomUUID());
    clinic.take("doc", referral, ReferralAction.BEGIN, ReferralAction.COMPLETE);

    assertThat(clinic.state(referral)).isEqualTo("COMPLETED");
    assertThat(clinic.open("desk", referral).referral().appointmentAt())
        .isEqualTo(NOW.plus(Duration.ofMinutes(20)));
  }

  @Test
  void R5_14_an_answer_that_was_none_is_asked_for_again_and_audited() {
    long referral = clinic.askedByRule(Urgency.U1_SAME_DAY);
    clinic.take(
        "doc",
        referral,
        ReferralAction.SEND,
        ReferralAction.RECEIVE,
        ReferralAction.ACCEPT,
        ReferralAction.SCHEDULE,
        ReferralAction.BEGIN,
        ReferralAction.COMPLETE,
        ReferralAction.ENTER_IN_ERROR);

    ReferralView wrong = clinic.open("desk", referral).referral();
    assertThat(wrong.state()).isEqualTo(ReferralState.ENTERED_IN_ERROR);
    assertThat(clinic.state(wrong.supersededBy())).isEqualTo("DRAFT");
    assertThat(clinic.audited()).endsWith("CHANGE ENTER_IN_ERROR", "CREATE U1_SAME_DAY PHYSICIAN");
  }

  @Test
  void R5_14_what_an_answer_leaves_open_is_asked_and_audited() {
    Raised raised = clinic.people().raise(Urgency.U1_SAME_DAY);
    long monday =
        clinic.number(
            "select cast(id as text) from referral where screening_id = " + raised.screening());
    clinic.take(
        "doc",
        monday,
        ReferralAction.SEND,
        ReferralAction.RECEIVE,
        ReferralAction.ACCEPT,
        ReferralAction.SCHEDULE,
        ReferralAction.BEGIN);
    CLINICS.turnTo(NOW.plus(Duration.ofDays(3)));
    clinic.people().raiseAgain(raised.episode(), Urgency.U1_SAME_DAY);

    clinic.take("doc", monday, ReferralAction.COMPLETE);

    assertThat(clinic.people().rows("select state || ' ' || reason from referral order by id"))
        .containsExactly("COMPLETED rule.R1", "DRAFT rule.R1");
  }

  @Test
  void R5_14_a_cleared_flag_leaves_no_other_with_nobody_asked() {
    Raised raised = clinic.people().raise(Urgency.U1_SAME_DAY);
    clinic.people().raiseAgain(raised.episode(), Urgency.U1_SAME_DAY, Urgency.U2_URGENT_1_2W);
    List<String> screenings =
        clinic.people().rows("select cast(id as text) from screening order by id");

    for (String screening : screenings) {
      clear(Long.parseLong(screening));
    }

    assertThat(clinic.people().rows("select state || ' ' || reason from referral order by id"))
        .containsExactly("CANCELLED rule.R1", "DRAFT rule.R2");
    assertThat(clinic.audited())
        .containsExactly(
            "CHANGE CANCELLED U1_SAME_DAY PHYSICIAN", "CREATE DRAFT U2_URGENT_1_2W PHYSICIAN");
  }

  private void clear(long screening) {
    clinic
        .people()
        .as(
            "doc",
            services ->
                services
                    .get(Screenings.class)
                    .decideFlag(
                        new DecideFlag(
                            screening,
                            "R1",
                            FlagState.CLEARED,
                            "examined",
                            clinic.people().doctorsPassword())));
  }

  @Test
  void R5_14_a_clinicians_question_that_a_rules_replaced_is_asked_again() {
    Raised raised = clinic.people().raise();
    clinic
        .people()
        .as(
            "ther",
            services ->
                services
                    .get(Referrals.class)
                    .draft(
                        new DraftReferral(
                            raised.episode(),
                            Urgency.U3_ROUTINE,
                            Target.PHYSICIAN,
                            "stiff in the morning",
                            UUID.randomUUID())));
    clear(clinic.people().raiseAgain(raised.episode(), Urgency.U1_SAME_DAY).screening());

    assertThat(clinic.people().rows("select state || ' ' || reason from referral order by id"))
        .containsExactly(
            "SUPERSEDED stiff in the morning", "CANCELLED rule.R1", "DRAFT stiff in the morning");
  }

  @Test
  void R5_15_somebody_else_is_asked_in_its_place_once() {
    long referral = clinic.askedByRule(Urgency.U2_URGENT_1_2W);
    clinic.take("ther", referral, ReferralAction.SEND);
    UUID form = UUID.randomUUID();
    long version = clinic.version(referral);

    long there =
        clinic.redirect(
            "ther", referral, version, Target.SPORTS_PHYSICIAN, Urgency.U1_SAME_DAY, form);
    assertThat(
            clinic.redirect(
                "ther", referral, version, Target.SPORTS_PHYSICIAN, Urgency.U1_SAME_DAY, form))
        .isEqualTo(there);
    refused(
        "submission.keyUsed",
        () ->
            clinic.redirect(
                "ther", referral, version, Target.SPORTS_PHYSICIAN, Urgency.U2_URGENT_1_2W, form));

    ReferralView before = clinic.open("desk", referral).referral();
    ReferralView after = clinic.open("desk", there).referral();
    assertThat(before.state()).isEqualTo(ReferralState.SUPERSEDED);
    assertThat(before.supersededBy()).isEqualTo(there);
    assertThat(before.outcome()).isEqualTo("no room before May");
    assertThat(after.target()).isEqualTo("SPORTS_PHYSICIAN");
    assertThat(after.dueAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(clinic.audited()).endsWith("CHANGE REDIRECT", "CREATE U1_SAME_DAY SPORTS_PHYSICIAN");
    refused("referral.flagStands", () -> clinic.take("doc", there, ReferralAction.CANCEL));
  }

  private List<String> problems() {
    ReferralList list =
        CLINICS.as(
            clinic.people().login("desk"), services -> services.get(ReferralDesks.class).list(0));
    assertThat(list.total()).isEqualTo(list.rows().size());
    assertThat(list.overdue())
        .isEqualTo(list.rows().stream().filter(row -> row.problem() != null).count());
    return list.rows().stream().map(row -> row.referralId() + " " + row.problem()).toList();
  }
}

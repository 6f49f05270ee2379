package org.pacegate.domain.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.InMemoryRecords;
import org.pacegate.domain.fixtures.Referred;
import org.pacegate.domain.fixtures.Screened;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.Attribution;

/** R5.1 to R5.11, R5.16; every step by everybody is in {@link ReferralMatrixTest}. */
class ReferralTest {

  private final ClinicClock clock = new ClinicClock();

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, -1, PT1H",
    "U1_SAME_DAY, -1, PT24H",
    "U2_URGENT_1_2W, -1, PT336H",
    "U2_URGENT_1_2W, 7, PT168H"
  })
  void r5_1_theRunnerIsSeenInTheRulesTimeOrTheUrgencys(
      Urgency urgency, int withinDays, Duration due) {
    FiredRule fired =
        Screened.rule(
            "BSI-2", urgency, withinDays < 0 ? OptionalInt.empty() : OptionalInt.of(withinDays));
    Screening screening =
        InMemoryRecords.identify(
            new Screening(1, null, Screened.with(fired), 14, ClinicClock.DANGERS, clock.by(11)), 9);

    Referral referral = Referral.byRule(ReferralRequest.of(screening, fired), clock.by(11));

    assertThat(referral.request().dueAt()).isEqualTo(clock.now().plus(due));
    assertThat(referral.request().screeningId()).isEqualTo(9);
    assertThat(referral.request().reason()).isEqualTo("rule.BSI-2");
    assertThat(referral.request().target()).isEqualTo("PHYSICIAN");
    assertThat(referral.state()).isEqualTo(ReferralState.DRAFT);
  }

  @Test
  void r5_2_anEndStaysAsItWas() {
    Referral referral = Referred.in(ReferralState.IN_PROGRESS, Urgency.U1_SAME_DAY, clock);
    referral.complete(
        ReferralResult.NO_DIAGNOSIS_FOUND,
        Referred.step("MRI without finding", clock.by(12), Role.PHYSICIAN));

    refused("referral.closed", () -> cancel(referral));
    referral.take(
        ReferralAction.ENTER_IN_ERROR,
        Referred.step("another runner's", clock.by(12), Role.PHYSICIAN));

    assertThat(referral.state()).isEqualTo(ReferralState.ENTERED_IN_ERROR);
    assertThat(referral.result()).isEqualTo(ReferralResult.NO_DIAGNOSIS_FOUND);
    assertThat(referral.outcome()).isEqualTo("MRI without finding");
  }

  private void cancel(Referral referral) {
    referral.take(ReferralAction.CANCEL, Referred.step("not needed", clock.by(12), Role.PHYSICIAN));
  }

  @Test
  void r5_4_eachStepIsARowWithWhoWhenFromToAndWhy() {
    Referral referral = Referred.in(ReferralState.RECEIVED, Urgency.U2_URGENT_1_2W, clock);
    clock.pass(Duration.ofHours(3));
    referral.take(
        ReferralAction.DECLINE, Referred.step("no room before May", clock.by(30), Role.STAFF));

    assertThat(referral.transitions())
        .extracting(ReferralTransition::action, ReferralTransition::from, ReferralTransition::to)
        .containsExactly(
            tuple(ReferralAction.DRAFT, null, ReferralState.DRAFT),
            tuple(ReferralAction.SEND, ReferralState.DRAFT, ReferralState.SENT),
            tuple(ReferralAction.RECEIVE, ReferralState.SENT, ReferralState.RECEIVED),
            tuple(ReferralAction.DECLINE, ReferralState.RECEIVED, ReferralState.DECLINED));
    ReferralTransition last = referral.transitions().get(3);
    assertThat(last.at()).isEqualTo(clock.now());
    assertThat(last.by()).isEqualTo(30);
    assertThat(last.reason()).isEqualTo("no room before May");
  }

  @ParameterizedTest
  @CsvSource({"SENT, DECLINE", "ACCEPTED, HOLD", "SENT, CANCEL", "SENT, ENTER_IN_ERROR"})
  void r5_4_someStepsNeedAReason(ReferralState state, ReferralAction action) {
    Referral referral = Referred.in(state, Urgency.U3_ROUTINE, clock);

    refused(
        "invalid.reason.missing",
        () -> referral.take(action, Referred.step(" ", clock.by(12), Role.PHYSICIAN)));
    assertThat(referral.state()).isEqualTo(state);
  }

  @Test
  void r5_5_aReferralNeedsAnUrgencyAReasonAndATarget() {
    refused(
        "invalid.reason.missing",
        () -> ReferralRequest.byHand(1, Urgency.U1_SAME_DAY, Target.ED, " ", null));
    refused(
        "invalid.target.missing",
        () -> ReferralRequest.byHand(1, Urgency.U1_SAME_DAY, null, "so", null));
    refused(
        "invalid.urgency.missing", () -> ReferralRequest.byHand(1, null, Target.ED, "so", null));
  }

  @Test
  void r5_7_completingNeedsAResultAndWords() {
    Referral referral = Referred.in(ReferralState.IN_PROGRESS, Urgency.U1_SAME_DAY, clock);

    refused(
        "invalid.result.missing",
        () -> referral.complete(null, Referred.step(clock.by(12), Role.PHYSICIAN)));
    refused(
        "invalid.reason.missing",
        () ->
            referral.complete(
                ReferralResult.DIAGNOSIS, Referred.step(" ", clock.by(12), Role.PHYSICIAN)));
    assertThat(referral.isOpen()).isTrue();
  }

  @Test
  void r5_16_anAppointmentLiesNotBeforeTheMinuteOfTheSending() {
    Referral referral = Referred.in(ReferralState.ACCEPTED, Urgency.U0_EMERGENCY_NOW, clock);
    Instant sent = clock.now();
    clock.pass(Duration.ofHours(2));
    ReferralStep step = Referred.step(clock.by(30), Role.STAFF);

    refused("invalid.appointment.missing", () -> referral.schedule(null, referral.askedAt(), step));
    refused(
        "invalid.appointment.past",
        () -> referral.schedule(sent.minus(Duration.ofMinutes(1)), referral.askedAt(), step));
    refused(
        "invalid.appointment.tooLate",
        () -> referral.schedule(clock.now().plus(Duration.ofDays(731)), referral.askedAt(), step));
    Instant minute = sent.truncatedTo(ChronoUnit.MINUTES);
    referral.schedule(minute, referral.askedAt(), step);
    assertThat(referral.appointmentAt()).isEqualTo(minute);
  }

  @ParameterizedTest
  @CsvSource({"U1_SAME_DAY, PT24H", "U2_URGENT_1_2W, P14D", "U3_ROUTINE, P90D"})
  void r5_10_itExpiresAfterItsUrgencysTimeAndNotBefore(Urgency urgency, Duration time) {
    Referral referral = Referred.in(ReferralState.SENT, urgency, clock);
    clock.pass(time.minusMillis(1));
    refused("referral.notNow", () -> referral.expire(nobody()));

    clock.pass(Duration.ofMillis(1));
    referral.expire(nobody());

    assertThat(referral.state()).isEqualTo(ReferralState.EXPIRED);
    assertThat(referral.outcome()).isEqualTo("referral.expired");
    assertThat(referral.transitions().get(2).by()).isNull();
  }

  private Attribution nobody() {
    return new Attribution((Long) null, clock.now(), clock.today());
  }

  @Test
  void r5_11_howItIsDeliveredIsAStateOfItsOwn() {
    Referral referral = Referred.drafted(Urgency.U2_URGENT_1_2W, clock);
    ReferralStep step = Referred.step(clock.by(30), Role.STAFF);
    refused("referral.notNow", () -> referral.deliver(DeliveryState.HANDED_OVER, step));

    referral.take(ReferralAction.SEND, Referred.step(clock.by(12), Role.PHYSICIAN));
    assertThat(referral.delivery()).isEqualTo(DeliveryState.QUEUED);
    referral.deliver(DeliveryState.SENT, step);
    refused(
        "invalid.reason.missing",
        () -> referral.deliver(DeliveryState.BOUNCED, Referred.step("", clock.by(30), Role.STAFF)));
    referral.deliver(DeliveryState.BOUNCED, step);
    referral.deliver(DeliveryState.HANDED_OVER, step);

    assertThat(referral.state()).isEqualTo(ReferralState.SENT);
    assertThat(referral.deliveries())
        .extracting(ReferralDelivery::to)
        .containsExactly(
            DeliveryState.QUEUED,
            DeliveryState.SENT,
            DeliveryState.BOUNCED,
            DeliveryState.HANDED_OVER);
    cancel(referral);
    refused("referral.closed", () -> referral.deliver(DeliveryState.OPENED, step));
  }

  @Test
  void r5_11_exactlyTheseStepsOfDeliveryFollow() {
    Map<DeliveryState, Set<DeliveryState>> next = new EnumMap<>(DeliveryState.class);
    for (DeliveryState state : DeliveryState.values()) {
      next.put(state, state.next());
    }

    assertThat(next)
        .isEqualTo(
            Map.of(
                DeliveryState.QUEUED,
                Set.of(DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.HANDED_OVER),
                DeliveryState.SENT,
                Set.of(DeliveryState.BOUNCED, DeliveryState.OPENED, DeliveryState.HANDED_OVER),
                DeliveryState.BOUNCED,
                Set.of(DeliveryState.QUEUED, DeliveryState.HANDED_OVER),
                DeliveryState.FAILED,
                Set.of(DeliveryState.QUEUED, DeliveryState.HANDED_OVER),
                DeliveryState.HANDED_OVER,
                Set.of(DeliveryState.OPENED),
                DeliveryState.OPENED,
                Set.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, true",
    "U1_SAME_DAY, true",
    "U2_URGENT_1_2W, false",
    "U3_ROUTINE, false"
  })
  void r5_3_itKeepsTheGateShutWhileItIsOpen(Urgency urgency, boolean shut) {
    for (ReferralState state : ReferralState.values()) {
      boolean held = state == ReferralState.ON_HOLD && urgency.isAtLeast(Urgency.U1_SAME_DAY);
      boolean expired =
          state == ReferralState.EXPIRED && urgency.isAtLeast(Urgency.U0_EMERGENCY_NOW);
      if (!held && !expired) {
        assertThat(Referred.in(state, urgency, clock).keepsGateShut())
            .as("%s", state)
            .isEqualTo(shut && state.compareTo(ReferralState.ON_HOLD) <= 0);
      }
    }
  }
}

package org.pacegate.domain.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.InMemoryRecords;
import org.pacegate.domain.fixtures.Screened;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.Urgency;

/** R5.1 to R5.3. */
class ReferralTest {

  private final ClinicClock clock = new ClinicClock();

  private Referral aReferral(Urgency urgency) {
    return new Referral(1, null, urgency, "ED_SPINAL", "rule.CES-1", null, clock.by(11));
  }

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

    Referral referral = Referral.askedForBy(screening, fired, clock.by(11));

    assertThat(referral.dueAt()).isEqualTo(clock.now().plus(due));
    assertThat(referral.screeningId()).isEqualTo(9);
    assertThat(referral.reason()).isEqualTo("rule.BSI-2");
    assertThat(referral.target()).isEqualTo("PHYSICIAN");
    assertThat(referral.state()).isEqualTo(ReferralState.DRAFT);
  }

  @Test
  void r5_2_itIsSentOnceAndClosedOnce() {
    Referral referral = aReferral(Urgency.U1_SAME_DAY);
    referral.send();
    refused("referral.closed", referral::send);
    referral.complete("MRI without finding", clock.by(21));

    assertThat(referral.state()).isEqualTo(ReferralState.COMPLETED);
    assertThat(referral.outcome()).isEqualTo("MRI without finding");
    refused("referral.closed", () -> referral.cancel("not needed", clock.by(21)));
    refused("referral.closed", () -> referral.complete("again", clock.by(21)));
    refused("referral.closed", referral::send);
  }

  @Test
  void r5_2_itIsNotClosedWithoutWords() {
    Referral referral = aReferral(Urgency.U1_SAME_DAY);

    refused("invalid.outcome.missing", () -> referral.complete(" ", clock.by(21)));
    assertThat(referral.isOpen()).isTrue();
  }

  @Test
  void aReferralNeedsAReasonAndATarget() {
    refused(
        "invalid.reason.missing",
        () -> new Referral(1, null, Urgency.U1_SAME_DAY, "ED", " ", null, clock.by(11)));
    refused(
        "invalid.target.missing",
        () -> new Referral(1, null, Urgency.U1_SAME_DAY, "", "so", null, clock.by(11)));
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, true",
    "U1_SAME_DAY, true",
    "U2_URGENT_1_2W, false",
    "U3_ROUTINE, false"
  })
  void r5_3_itKeepsTheGateShutWhileItIsOpen(Urgency urgency, boolean shut) {
    Referral referral = aReferral(urgency);
    assertThat(referral.keepsGateShut()).isEqualTo(shut);
    referral.send();
    assertThat(referral.keepsGateShut()).isEqualTo(shut);
    referral.cancel("cleared", clock.by(21));
    assertThat(referral.keepsGateShut()).isFalse();
  }
}

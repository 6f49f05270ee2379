package org.pacegate.domain.referral;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.screening.Urgency;

/**
 * How long after sending a referral still waits for somebody to give the runner an appointment:
 * proposals [D] of docs/clinical-basis.md 5.4. An emergency never expires by itself.
 */
public final class ReferralTimes {

  private static final Map<Urgency, Duration> EXPIRY =
      Map.of(
          Urgency.U1_SAME_DAY, Duration.ofHours(24),
          Urgency.U2_URGENT_1_2W, Duration.ofDays(14),
          Urgency.U3_ROUTINE, Duration.ofDays(90));

  private ReferralTimes() {}

  /** Time after sending until it expires; empty if it does not. */
  public static Optional<Duration> expiry(Urgency urgency) {
    return Optional.ofNullable(EXPIRY.get(urgency));
  }

  static Set<Urgency> expiring() {
    return EXPIRY.keySet();
  }
}

package org.pacegate.domain.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.InvalidValue;

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

  private static final Duration FURTHEST_APPOINTMENT = Duration.ofDays(730);

  private ReferralTimes() {}

  /** Time after sending until it expires; empty if it does not. */
  public static Optional<Duration> expiry(Urgency urgency) {
    return Optional.ofNullable(EXPIRY.get(urgency));
  }

  /**
   * Refuses what is no appointment of a referral.
   *
   * @param since when this or what it stands for was asked first
   * @throws InvalidValue {@code missing}, {@code past}, {@code tooLate}
   */
  static void expectAppointment(Instant appointment, Instant since, Instant now) {
    if (appointment == null) {
      throw new InvalidValue("appointment", "missing");
    }
    if (appointment.isBefore(since)) {
      throw new InvalidValue("appointment", "past");
    }
    if (appointment.isAfter(now.plus(FURTHEST_APPOINTMENT))) {
      throw new InvalidValue("appointment", "tooLate");
    }
  }

  static Set<Urgency> expiring() {
    return EXPIRY.keySet();
  }
}

package org.pacegate.domain.screening;

import java.time.Duration;

/**
 * How soon somebody has to take a danger over, and how soon a professional has to have decided on
 * it. Proposals [D] of docs/clinical-basis.md 1.1: a clinic's lead clinician may change each of
 * them.
 *
 * @param emergency for U0
 * @param sameDay for U1
 * @param urgentWorkingDays working days in which somebody has to take over a danger at U2
 * @param urgentDecided time until a danger at U2 has to be decided, unless its rule says otherwise
 */
public record DangerTimes(
    Limits emergency, Limits sameDay, int urgentWorkingDays, Duration urgentDecided) {

  /** Refuses a clock that would never run out, or has before it began. */
  public DangerTimes {
    Limits.expectTime(urgentDecided);
    if (urgentWorkingDays < 1) {
      throw new IllegalArgumentException("working days: " + urgentWorkingDays);
    }
  }

  /** These, or the other ones where they are shorter. */
  public DangerTimes noLaterThan(DangerTimes latest) {
    return new DangerTimes(
        emergency.noLaterThan(latest.emergency),
        sameDay.noLaterThan(latest.sameDay),
        Math.min(urgentWorkingDays, latest.urgentWorkingDays),
        Limits.shorter(urgentDecided, latest.urgentDecided));
  }

  /**
   * The limits of one urgency.
   *
   * @param takenOver until somebody has to have taken the danger over
   * @param decided until a professional has to have decided on it
   */
  public record Limits(Duration takenOver, Duration decided) {

    public Limits {
      expectTime(takenOver);
      expectTime(decided);
    }

    private Limits noLaterThan(Limits latest) {
      return new Limits(shorter(takenOver, latest.takenOver), shorter(decided, latest.decided));
    }

    private static Duration shorter(Duration one, Duration other) {
      return one.compareTo(other) <= 0 ? one : other;
    }

    private static void expectTime(Duration limit) {
      if (limit.isNegative() || limit.isZero()) {
        throw new IllegalArgumentException("no time at all: " + limit);
      }
    }
  }
}

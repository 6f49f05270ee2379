package org.pacegate.domain.clinic;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the next try has to wait after failed ones (R11.10).
 *
 * <p>The first failures are free, then the wait doubles up to a maximum. Failures are forgotten one
 * by one, and never counted beyond the number that already brings the maximum, so that the wait
 * always ends soon after the failures do.
 *
 * @param free failures without a wait
 * @param longest the longest wait
 * @param forgetsEvery after this time without a failure one failure is forgotten
 */
public record SignInDelay(int free, Duration longest, Duration forgetsEvery) {

  /** For one account: short, because whoever knows the name can make it run. */
  public static final SignInDelay OF_ACCOUNT =
      new SignInDelay(3, Duration.ofSeconds(30), Duration.ofMinutes(5));

  /** For one address: long, but later, because the people of a clinic often share one. */
  public static final SignInDelay OF_ADDRESS =
      new SignInDelay(5, Duration.ofMinutes(15), Duration.ofMinutes(10));

  /** How many of the failures still count at an instant. */
  public int remembered(int failures, Instant lastFailedAt, Instant now) {
    long forgotten = Math.max(0, Duration.between(lastFailedAt, now).dividedBy(forgetsEvery));
    return (int) Math.max(0, failures - forgotten);
  }

  /** The wait after a number of remembered failures. */
  public Duration after(int failures) {
    if (failures <= free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures - free - 1, 30);
    Duration wait = Duration.ofSeconds(1L << doublings);
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  /** What is left of the wait at an instant; zero if the next try may come. */
  public Duration left(int failures, Instant lastFailedAt, Instant now) {
    Duration wait = after(remembered(failures, lastFailedAt, now));
    Duration left = Duration.between(now, lastFailedAt.plus(wait));
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(wait) > 0 ? wait : left;
  }

  /** The number of failures after one more, at most the one that brings the longest wait. */
  public int oneMore(int remembered) {
    return after(remembered).equals(longest) ? remembered : remembered + 1;
  }
}

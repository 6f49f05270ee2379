package org.pacegate.service.clinic;

import java.time.Duration;
import java.time.Instant;

/**
 * A try that was counted, or that has to wait.
 *
 * @param left what is left of the wait; zero if the try may go on
 * @param at when it was counted
 * @param failedBefore when the address had failed last before this try
 * @param waited how many tries from the address had to wait since the last one that had not, this
 *     one included if it has to
 */
record SignInTry(
    String login, String address, Duration left, Instant at, Instant failedBefore, int waited) {

  boolean mustWait() {
    return !left.isZero();
  }
}

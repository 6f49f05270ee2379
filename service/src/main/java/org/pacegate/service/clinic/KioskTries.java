package org.pacegate.service.clinic;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/**
 * Slows down who guesses at a kiosk, names and its PIN apart from each other and from every
 * sign-in. Each kiosk counts for itself, so that nobody at one keeps anybody out elsewhere.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class KioskTries {

  @Resource(lookup = "jdbc/pacegate")
  private DataSource database;

  private Clock clock;

  protected KioskTries() {}

  @Inject
  KioskTries(Clock clock) {
    this.clock = clock;
  }

  /**
   * A try that was counted.
   *
   * @param mayGoOn false if it has to wait, and is not looked at
   * @param waited how many had to wait since the last one that had not, this one included
   */
  public record Try(
      long kioskId, boolean ofPin, Instant at, Instant failedBefore, boolean mayGoOn, int waited) {

    private SignInSubject subject() {
      return KioskTries.subject(kioskId, ofPin);
    }
  }

  /** Counts a try, unless it has to wait. */
  public Try begin(long kioskId, boolean ofPin) {
    try (Connection connection = database.getConnection()) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      Failures failures = Failures.of(subject(kioskId, ofPin), now, connection);
      boolean mayGoOn = failures.left().isZero();
      if (mayGoOn) {
        failures.add();
      } else {
        failures.addWaiting();
      }
      return new Try(
          kioskId, ofPin, now, failures.lastFailedAt(), mayGoOn, mayGoOn ? 0 : failures.waited());
    } catch (SQLException e) {
      throw new IllegalStateException("The tries at a kiosk cannot be counted", e);
    }
  }

  /** It was right: takes this try back, and leaves what others failed at. */
  public void succeed(Try counted) {
    try (Connection connection = database.getConnection()) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      Failures.of(counted.subject(), now, connection)
          .takeBack(counted.at(), counted.failedBefore());
    } catch (SQLException e) {
      throw new IllegalStateException("The tries at a kiosk cannot be counted", e);
    }
  }

  private static SignInSubject subject(long kioskId, boolean ofPin) {
    return ofPin ? SignInSubject.kioskPin(kioskId) : SignInSubject.kioskName(kioskId);
  }
}

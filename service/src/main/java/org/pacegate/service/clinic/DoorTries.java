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
 * Slows down who guesses at a runner's door, as {@link SignInDelays} does at the sign-in: for each
 * secret and for each address, counted before the try is looked at and taken back when it was
 * right.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class DoorTries {

  @Resource(lookup = "jdbc/pacegate")
  private DataSource database;

  private Clock clock;

  protected DoorTries() {}

  @Inject
  DoorTries(Clock clock) {
    this.clock = clock;
  }

  /**
   * A try that was counted.
   *
   * @param mayGoOn false if it has to wait, and is not looked at
   */
  public record Try(
      String secretHash, String address, Instant at, Instant failedBefore, boolean mayGoOn) {}

  /** Counts a try, unless it has to wait. */
  public Try begin(String secretHash, String address) {
    try (Connection connection = database.getConnection()) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      Failures atAddress = Failures.of(SignInSubject.doorAddress(address), now, connection);
      Failures atSecret = Failures.of(SignInSubject.door(secretHash), now, connection);
      boolean mayGoOn = atAddress.left().isZero() && atSecret.left().isZero();
      if (mayGoOn) {
        atAddress.add();
        atSecret.add();
      }
      return new Try(secretHash, address, now, atAddress.lastFailedAt(), mayGoOn);
    } catch (SQLException e) {
      throw new IllegalStateException("The tries at a door cannot be counted", e);
    }
  }

  /** It was right: takes the try back. */
  public void succeed(Try counted) {
    try (Connection connection = database.getConnection()) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      Failures.of(SignInSubject.doorAddress(counted.address()), now, connection)
          .takeBack(counted.at(), counted.failedBefore());
      Failures.of(SignInSubject.door(counted.secretHash()), now, connection).forget();
    } catch (SQLException e) {
      throw new IllegalStateException("The tries at a door cannot be counted", e);
    }
  }
}

package org.pacegate.service.clinic;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.pacegate.domain.clinic.SignInDelay;

/**
 * Counts failed tries and tells how long the next one has to wait (R11.10).
 *
 * <p>A try is counted before the password is looked at and taken back when it was right, so that a
 * hundred tries at the same moment count as a hundred. The counts outlive a restart, are shared by
 * every server, and stay when the business transaction rolls back.
 *
 * <p>The account's wait binds only an address that failed itself lately. Otherwise a stranger could
 * keep the owner of an account out by failing at it all day long.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class SignInDelays {

  /** Long after the last failure that any delay remembers. */
  private static final Duration KEPT = Duration.ofDays(1);

  @Resource(lookup = "jdbc/pacegate")
  private DataSource database;

  private Clock clock;

  protected SignInDelays() {}

  @Inject
  SignInDelays(Clock clock) {
    this.clock = clock;
  }

  SignInDelays(Clock clock, DataSource database) {
    this.clock = clock;
    this.database = database;
  }

  /** Counts a try at signing in, unless it has to wait. */
  SignInTry begin(String login, String address) {
    return inDatabase(
        (connection, now) -> {
          Failures atAddress = Failures.of(SignInSubject.address(address), now, connection);
          Failures atAccount = Failures.of(SignInSubject.account(login), now, connection);
          Duration wait = waitOf(atAddress, atAccount);
          if (wait.isZero()) {
            atAddress.add();
            atAccount.add();
          } else {
            atAddress.addWaiting();
          }
          return new SignInTry(
              login, address, wait, now, atAddress.lastFailedAt(), atAddress.waited());
        });
  }

  /** The password was right: takes the try back and forgets the account's failures. */
  void succeed(SignInTry counted) {
    inDatabase(
        (connection, now) -> {
          Failures.of(SignInSubject.address(counted.address()), now, connection)
              .takeBack(counted.at(), counted.failedBefore());
          Failures.of(SignInSubject.account(counted.login()), now, connection).forget();
          return counted;
        });
  }

  /** What is left of the wait before the next try; counts nothing. */
  Duration left(String login, String address) {
    return inDatabase(
        (connection, now) ->
            waitOf(
                Failures.of(SignInSubject.address(address), now, connection),
                Failures.of(SignInSubject.account(login), now, connection)));
  }

  /** Counts a try of a signed-in person at confirming their own password, unless it has to wait. */
  Duration beginConfirmation(String login) {
    return inDatabase(
        (connection, now) -> {
          Failures own = Failures.of(SignInSubject.confirmation(login), now, connection);
          Duration wait = own.left();
          if (wait.isZero()) {
            own.add();
          }
          return wait;
        });
  }

  void succeedConfirmation(String login) {
    inDatabase(
        (connection, now) -> {
          Failures.of(SignInSubject.confirmation(login), now, connection).forget();
          return login;
        });
  }

  /** Deletes what no delay remembers any more. */
  void forgetOldFailures() {
    inDatabase(
        (connection, now) -> {
          try (PreparedStatement delete =
              connection.prepareStatement("delete from sign_in_delay where last_failed_at < ?")) {
            delete.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
            return delete.executeUpdate();
          }
        });
  }

  private static Duration waitOf(Failures atAddress, Failures atAccount) {
    Duration ofAddress = atAddress.left();
    if (atAddress.remembered() < SignInDelay.OF_ACCOUNT.free()) {
      return ofAddress;
    }
    Duration ofAccount = atAccount.left();
    return ofAddress.compareTo(ofAccount) > 0 ? ofAddress : ofAccount;
  }

  private <T> T inDatabase(Work<T> work) {
    // PostgreSQL keeps microseconds; what was written must compare equal when it is read.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try (Connection connection = database.getConnection()) {
      return work.in(connection, now);
    } catch (SQLException e) {
      throw new IllegalStateException("Sign-in delays cannot be read or written", e);
    }
  }

  private interface Work<T> {
    T in(Connection connection, Instant now) throws SQLException;
  }
}

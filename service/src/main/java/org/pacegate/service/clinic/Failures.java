package org.pacegate.service.clinic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** The failed tries of one subject, held by this transaction alone until it ends. */
final class Failures {

  private final Connection connection;
  private final SignInSubject subject;
  private final Instant now;
  private final int count;
  private final Instant lastFailedAt;
  private int waited;

  private Failures(
      Connection connection,
      SignInSubject subject,
      Instant now,
      int count,
      Instant lastFailedAt,
      int waited) {
    this.connection = connection;
    this.subject = subject;
    this.now = now;
    this.count = count;
    this.lastFailedAt = lastFailedAt;
    this.waited = waited;
  }

  static Failures of(SignInSubject subject, Instant now, Connection connection)
      throws SQLException {
    lock(subject, connection);
    try (PreparedStatement query =
        connection.prepareStatement(
            "select failures, last_failed_at, waited from sign_in_delay where subject = ?")) {
      query.setString(1, subject.key());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? new Failures(
                connection,
                subject,
                now,
                row.getInt(1),
                row.getTimestamp(2).toInstant(),
                row.getInt(3))
            : new Failures(connection, subject, now, 0, now, 0);
      }
    }
  }

  /** Locks the subject whether it has a row or not. */
  private static void lock(SignInSubject subject, Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      lock.setString(1, subject.key());
      lock.execute();
    }
  }

  /** How many failures are not forgotten yet. */
  int remembered() {
    return subject.delay().remembered(count, lastFailedAt, now);
  }

  Instant lastFailedAt() {
    return lastFailedAt;
  }

  /** How many tries had to wait since the last one that had not. */
  int waited() {
    return waited;
  }

  /** Another try that has to wait; whoever has to wait has failed before. */
  void addWaiting() throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update sign_in_delay set waited = waited + 1 where subject = ?")) {
      update.setString(1, subject.key());
      update.executeUpdate();
    }
    waited++;
  }

  Duration left() {
    return subject.delay().left(count, lastFailedAt, now);
  }

  void add() throws SQLException {
    write(subject.delay().oneMore(remembered()), now);
  }

  /** Takes back the try that was added at an instant, unless another one failed since. */
  void takeBack(Instant addedAt, Instant failedBefore) throws SQLException {
    if (count <= 1) {
      forget();
    } else {
      write(count - 1, lastFailedAt.equals(addedAt) ? failedBefore : lastFailedAt);
    }
  }

  void forget() throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from sign_in_delay where subject = ?")) {
      delete.setString(1, subject.key());
      delete.executeUpdate();
    }
  }

  private void write(int failures, Instant at) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into sign_in_delay (subject, failures, last_failed_at) values (?, ?, ?)
            on conflict (subject) do update
              set failures = excluded.failures, last_failed_at = excluded.last_failed_at, waited = 0""")) {
      upsert.setString(1, subject.key());
      upsert.setInt(2, failures);
      upsert.setTimestamp(3, Timestamp.from(at));
      upsert.executeUpdate();
    }
  }
}

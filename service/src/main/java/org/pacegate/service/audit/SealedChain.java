package org.pacegate.service.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The chain in the database, by the sealer's own role. Every method is one statement and with that
 * one transaction of its own, never part of the caller's.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
class SealedChain {

  private static final int ANCHORED_AT_ONCE = 1_000;

  @Resource(lookup = "jdbc/pacegateSealer")
  private DataSource database;

  protected SealedChain() {}

  SealedChain(DataSource database) {
    this.database = database;
  }

  /** Seals what was finished since the last pass; how many links that made. */
  int sealFinishedEvents() {
    return query("select no from audit.seal_finished_events()", row -> row.getLong(1)).size();
  }

  /** The next links after one, in order. */
  List<Seal> sealsAfter(long no) {
    return query(
        "select no, at, encode(hash, 'hex') from audit.seal where no > ? order by no limit ?",
        SealedChain::seal,
        no,
        ANCHORED_AT_ONCE);
  }

  /** Number of the last link; 0 before the first. */
  long head() {
    return query("select coalesce(max(no), 0) from audit.seal", row -> row.getLong(1)).get(0);
  }

  /** The first thing that does not match when everything is computed again. */
  Optional<AuditBreak> firstBreak() {
    return query(
            "select kind, event_id, seal_no, sealed_at from audit.verify()",
            row ->
                new AuditBreak(
                    AuditBreak.Kind.valueOf(row.getString(1)),
                    row.getObject(2, Long.class),
                    row.getObject(3, Long.class),
                    instant(row, 4)))
        .stream()
        .findFirst();
  }

  /** Every link, by its number, in order. */
  SortedMap<Long, Seal> seals() {
    SortedMap<Long, Seal> seals = new TreeMap<>();
    query("select no, at, encode(hash, 'hex') from audit.seal", SealedChain::seal)
        .forEach(seal -> seals.put(seal.no(), seal));
    return seals;
  }

  private static Seal seal(ResultSet row) throws SQLException {
    return new Seal(row.getLong(1), instant(row, 2), row.getString(3));
  }

  /** Events that no link covers yet. */
  Pending pending() {
    return query(
            "select events, since from audit.pending",
            row -> new Pending(row.getLong(1), Optional.ofNullable(instant(row, 2))))
        .get(0);
  }

  record Pending(long events, Optional<Instant> since) {}

  private static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private <T> List<T> query(String sql, Reading<T> reading, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = query.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reading.of(rows));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The audit chain does not answer", e);
    }
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }
}

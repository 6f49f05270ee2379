package org.pacegate.service.shared.health;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** Asks the database about itself, as the roles the server works as. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseProbe {

  private static final Logger LOG = System.getLogger(DatabaseProbe.class.getName());

  private static final String TAKES_WRITES =
      "select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'";

  private static final String MIGRATED_TO =
      """
      select version from pacegate.flyway_schema_history
       where success and version is not null order by installed_rank desc limit 1""";

  private static final String UNSEALED_SECONDS =
      "select coalesce(extract(epoch from clock_timestamp() - since), 0)::bigint from audit.pending";

  @Resource(lookup = "jdbc/pacegate")
  private DataSource application;

  @Resource(lookup = "jdbc/pacegateSealer")
  private DataSource sealer;

  /** Whether the database takes writes; nothing when it does not answer. */
  public Optional<Boolean> takesWrites() {
    return answer(application, TAKES_WRITES).map("t"::equals);
  }

  /** The version of the newest migration that has been run; nothing when that cannot be read. */
  public Optional<String> migratedTo() {
    return answer(application, MIGRATED_TO);
  }

  /** How long the oldest audit event has waited for its seal; nothing when nobody can tell. */
  public Optional<Duration> unsealed() {
    return answer(sealer, UNSEALED_SECONDS).map(Long::valueOf).map(Duration::ofSeconds);
  }

  private static Optional<String> answer(DataSource as, String question) {
    try (var connection = as.getConnection();
        var statement = connection.prepareStatement(question);
        var rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "The database did not answer: {0}", e.getSQLState());
      return Optional.empty();
    }
  }
}

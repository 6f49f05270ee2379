package org.pacegate.launcher;

import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The schema of a database against the migrations of this build. */
class Schema {

  private static final String CONTENT =
      """
      select pacegate.no_clinic_yet() as empty, pacegate.holds_demonstration() as demonstration""";

  private final Database database;

  Schema(Database database) {
    this.database = database;
  }

  /** Brings the schema to this build's version, or refuses to work on one of another version. */
  void bringUpToDate() {
    var flyway = flyway();
    try {
      refuseNewer(flyway);
      if (database.owner().isPresent()) {
        flyway.migrate();
      } else {
        refuseOlder(flyway);
      }
    } catch (FlywayValidateException e) {
      throw new StartRefused(
          "The database was migrated by another build: a migration it ran is not the one this build"
              + " brings. Use the build that wrote it, or an empty database.",
          e);
    } catch (FlywayException e) {
      throw new StartRefused(
          "The database schema could not be migrated: " + firstLine(e.getMessage()), e);
    }
  }

  /**
   * Whether a clinic has been set up in this database, and if so whether it is the demonstration.
   */
  Content content() {
    try (var connection = database.connect(database.application());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(CONTENT)) {
      rows.next();
      if (rows.getBoolean("empty")) {
        return Content.EMPTY;
      }
      return rows.getBoolean("demonstration") ? Content.DEMONSTRATION : Content.CLINIC;
    } catch (SQLException e) {
      throw new StartRefused("The clinics in the database could not be read.", e);
    }
  }

  enum Content {
    EMPTY,
    DEMONSTRATION,
    CLINIC
  }

  private void refuseNewer(Flyway flyway) {
    var current = flyway.info().current();
    if (current != null && version(current).compareTo(newest(flyway)) > 0) {
      throw new StartRefused(
          "The database schema is at version %s and this build only knows %s: use a newer Pacegate."
              .formatted(current.getVersion(), newest(flyway)));
    }
  }

  private void refuseOlder(Flyway flyway) {
    if (flyway.info().pending().length > 0) {
      var current = flyway.info().current();
      throw new StartRefused(
          ("The database schema is at version %s and this build needs %s: set"
                  + " PACEGATE_DB_OWNER_USER and PACEGATE_DB_OWNER_PASSWORD to migrate it.")
              .formatted(current == null ? "none" : current.getVersion(), newest(flyway)));
    }
  }

  private static MigrationVersion newest(Flyway flyway) {
    var newest = MigrationVersion.EMPTY;
    for (MigrationInfo migration : flyway.info().all()) {
      if (migration.getState().isResolved() && version(migration).compareTo(newest) > 0) {
        newest = version(migration);
      }
    }
    return newest;
  }

  private static MigrationVersion version(MigrationInfo migration) {
    return migration.getVersion() == null ? MigrationVersion.EMPTY : migration.getVersion();
  }

  private Flyway flyway() {
    var as = database.owner().orElse(database.application());
    return Flyway.configure()
        .dataSource(database.url(), as.user(), as.password())
        .defaultSchema(Database.SCHEMA)
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .loggers("slf4j")
        .placeholders(
            Map.of(
                "appRole", database.application().user(),
                "sealerRole", database.sealer().user()))
        .load();
  }

  private static String firstLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }
}

package org.pacegate.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A real PostgreSQL kept in a folder and run as a process of this machine. It listens on the
 * loopback address only, asks every role for its password, and keeps what was committed even when
 * the power fails.
 */
class EmbeddedDatabase implements AutoCloseable {

  private static final int MOST_CONNECTIONS = 60;

  /** The rest is for the sealer, the launcher and whoever looks after the database. */
  static final int MOST_POOLED = MOST_CONNECTIONS - 10;

  private static final String HOST = "127.0.0.1";
  private static final String SUPERUSER = "postgres";

  private final Path folder;
  private final PostgresBinaries binaries;
  private final Secrets secrets;
  private int port;

  EmbeddedDatabase(DataDirectory data) {
    this.folder = data.postgres();
    this.binaries = new PostgresBinaries(data.path().resolve("postgres-binaries"));
    this.secrets = data.secrets();
  }

  /** Starts PostgreSQL on a free port, with Pacegate's database and roles in it. */
  Database start() {
    refuseOtherVersion();
    Postmaster.in(folder).ifPresent(Postmaster::stop);
    binaries.removeHalfUnpacked();
    try {
      port = postgres().start().getPort();
    } catch (IOException | IllegalStateException e) {
      throw new StartRefused(
          "PostgreSQL did not start; its log is above or in %s.".formatted(folder), e);
    }
    var database = database();
    try (var superuser =
        DriverManager.getConnection(url("postgres"), SUPERUSER, password(SUPERUSER))) {
      new DatabaseRoles(superuser).prepare(database);
    } catch (SQLException e) {
      throw new StartRefused("The roles could not be created in %s.".formatted(folder), e);
    }
    return database;
  }

  /** The process, to be told when it ends by itself. */
  Optional<ProcessHandle> process() {
    return Postmaster.in(folder).map(Postmaster::process);
  }

  Credentials superuser() {
    return new Credentials(SUPERUSER, password(SUPERUSER));
  }

  @Override
  public void close() {
    Postmaster.in(folder).ifPresent(Postmaster::stop);
  }

  private EmbeddedPostgres.Builder postgres() throws IOException {
    var passwordFile = Files.createTempFile("pacegate", null);
    Files.writeString(passwordFile, password(SUPERUSER));
    passwordFile.toFile().deleteOnExit();
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(binaries.folder().toFile())
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofMinutes(1))
        // These are options of initdb; the same on every machine, whatever its locales.
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("pwfile", passwordFile.toString())
        .setDataDirectoryCustomizer(EmbeddedDatabase::askEveryoneForAPassword)
        .setConnectConfig("password", password(SUPERUSER))
        .setServerConfig("listen_addresses", HOST)
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", Integer.toString(MOST_CONNECTIONS))
        // Which statements are slow, or too many: create extension pg_stat_statements shows it.
        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
        .setServerConfig("pg_stat_statements.track_utility", "off")
        // The detail of an error holds the row that was refused: a patient's words.
        .setServerConfig("log_error_verbosity", "terse")
        // The library is made for tests and trades durability for speed; this is a record.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on");
  }

  private static void askEveryoneForAPassword(File folder) {
    try {
      Files.writeString(
          folder.toPath().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseOtherVersion() {
    var versionFile = folder.resolve("PG_VERSION");
    if (!Files.exists(versionFile)) {
      return;
    }
    try {
      var kept = Files.readString(versionFile).strip();
      var ours = Build.postgresqlMajor();
      if (!kept.equals(ours)) {
        throw new StartRefused(
            "%s was written by PostgreSQL %s and this build brings %s: move the data with pg_dump."
                .formatted(folder, kept, ours));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Database database() {
    return new Database(
        HOST,
        port,
        "pacegate",
        role("pacegate_app"),
        role("pacegate_sealer"),
        Optional.of(role("pacegate_owner")));
  }

  private Credentials role(String name) {
    return new Credentials(name, password(name));
  }

  private String password(String role) {
    return secrets.of("database." + role);
  }

  private String url(String name) {
    return "jdbc:postgresql://%s:%d/%s".formatted(HOST, port, name);
  }
}

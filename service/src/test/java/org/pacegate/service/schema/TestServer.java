package org.pacegate.service.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.flywaydb.core.Flyway;

/** A running PostgreSQL with the roles of an installation and a migrated database to copy. */
final class TestServer {

  private final String place;
  private final String template = "pacegate_test_" + ProcessHandle.current().pid();
  private boolean ready;

  private TestServer(String place) {
    this.place = place;
  }

  /** Started when the first test asks. */
  static TestServer usual() {
    return Usual.SERVER;
  }

  /** Started when the first test asks. */
  static TestServer oldest() {
    return Oldest.SERVER;
  }

  private static final class Usual {

    static final TestServer SERVER =
        new TestServer(
            Optional.ofNullable(System.getenv("PACEGATE_TEST_POSTGRES"))
                .orElseGet(() -> embedded(EmbeddedPostgres.builder())));
  }

  private static final class Oldest {

    /** Copied here by the build: on the class path it would hide the usual one. */
    private static final Path BINARIES = Path.of("target/postgres-oldest.jar");

    static final TestServer SERVER =
        new TestServer(
            embedded(
                EmbeddedPostgres.builder().setPgBinaryResolver((system, machine) -> archive())));

    /** The build took the jar of this platform; it holds one archive. */
    private static InputStream archive() throws IOException {
      try (JarFile jar = new JarFile(BINARIES.toFile())) {
        JarEntry packed =
            jar.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow();
        try (InputStream bytes = jar.getInputStream(packed)) {
          return new ByteArrayInputStream(bytes.readAllBytes());
        }
      }
    }
  }

  private static String embedded(EmbeddedPostgres.Builder postgres) {
    try {
      // Stops by its own shutdown hook.
      return "127.0.0.1:" + postgres.start().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Name of the migrated database. */
  synchronized String template() throws SQLException {
    if (!ready) {
      for (String role : new String[] {"owner", "app", "sealer"}) {
        createRole("pacegate_" + role);
      }
      execute(
          "create database %s owner pacegate_owner".formatted(template),
          "revoke all on database %s from public".formatted(template));
      migrate(template, "latest");
      ready = true;
    }
    return template;
  }

  private void createRole(String role) throws SQLException {
    execute(
        """
        do $$ begin
          if not exists (select from pg_roles where rolname = '%1$s') then
            create role %1$s login nosuperuser nocreatedb nocreaterole nobypassrls;
          end if;
        end $$"""
            .formatted(role));
  }

  void migrate(String database, String version) {
    Flyway.configure()
        .dataSource("jdbc:postgresql://%s/%s".formatted(place, database), "pacegate_owner", "")
        .defaultSchema("pacegate")
        .locations("classpath:db/migration")
        .placeholders(Map.of("appRole", "pacegate_app", "sealerRole", "pacegate_sealer"))
        .target(version)
        .load()
        .migrate();
  }

  Connection connect(String database, String role, String schemas) throws SQLException {
    Connection connection = DriverManager.getConnection(url(database, role, schemas));
    connection.setAutoCommit(false);
    return connection;
  }

  String url(String database, String role, String schemas) {
    return "jdbc:postgresql://%s/%s?user=%s&currentSchema=%s&stringtype=unspecified"
        .formatted(place, database, role, schemas);
  }

  /** As the superuser, each statement for itself. */
  void execute(String... statements) throws SQLException {
    try (Connection connection = connect("postgres", "postgres", "public");
        var statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}

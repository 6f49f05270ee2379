package org.pacegate.service.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A migrated, empty database of its own with the roles of an installation. The migrations run once
 * per test run; every database is a copy.
 *
 * <p>The server is the embedded PostgreSQL 18, or the one at {@code PACEGATE_TEST_POSTGRES} ({@code
 * host:port} that trusts the superuser {@code postgres}), to try another version.
 */
public final class SchemaTestDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String TEMPLATE = "pacegate_test_" + ProcessHandle.current().pid();

  private final String name;

  private SchemaTestDatabase(String name) {
    this.name = name;
  }

  public static SchemaTestDatabase fresh() throws SQLException {
    String name = Template.migrated() + "_" + COUNT.incrementAndGet();
    execute(
        "postgres",
        "create database %s template %s owner pacegate_owner".formatted(name, TEMPLATE));
    execute(
        "postgres",
        "revoke all on database %s from public".formatted(name),
        "grant connect on database %s to pacegate_app, pacegate_sealer".formatted(name));
    return new SchemaTestDatabase(name);
  }

  /** A database of an installation that was never upgraded beyond a version. */
  static SchemaTestDatabase at(String version) throws SQLException {
    Template.migrated();
    String name = TEMPLATE + "_at_" + COUNT.incrementAndGet();
    execute("postgres", "create database %s owner pacegate_owner".formatted(name));
    migrate(name, version);
    return new SchemaTestDatabase(name);
  }

  /** The server starts with this version of the product. */
  void upgrade() {
    migrate(name, "latest");
  }

  private static void migrate(String database, String version) {
    Flyway.configure()
        .dataSource(
            "jdbc:postgresql://%s/%s".formatted(Server.PLACE, database), "pacegate_owner", "")
        .defaultSchema("pacegate")
        .locations("classpath:db/migration")
        .placeholders(Map.of("appRole", "pacegate_app", "sealerRole", "pacegate_sealer"))
        .target(version)
        .load()
        .migrate();
  }

  /** As the server works: owns nothing, under every policy. Not in a clinic yet. */
  public Connection asApplication() throws SQLException {
    return connect(name, "pacegate_app", "pacegate,public");
  }

  public Connection asSealer() throws SQLException {
    return connect(name, "pacegate_sealer", "audit,pacegate,public");
  }

  /** The data source of the sealer, one connection a statement. */
  public DataSource sealer() {
    return dataSource("pacegate_sealer");
  }

  /** The data source of the application. It sends text as text, as the server's does. */
  public DataSource application() {
    PGSimpleDataSource source = dataSource("pacegate_app");
    source.setStringType("varchar");
    return source;
  }

  private PGSimpleDataSource dataSource(String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url(name, role, "pacegate,public"));
    return source;
  }

  public Connection asOwner() throws SQLException {
    return connect(name, "pacegate_owner", "pacegate,public");
  }

  /** The database administrator gone bad: no policy, no trigger. */
  public Connection asSuperuserWithoutTriggers() throws SQLException {
    Connection connection = connect(name, "postgres", "pacegate,public");
    try (var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
    }
    connection.commit();
    return connection;
  }

  private static Connection connect(String database, String role, String schemas)
      throws SQLException {
    Connection connection = DriverManager.getConnection(url(database, role, schemas));
    connection.setAutoCommit(false);
    return connection;
  }

  private static String url(String database, String role, String schemas) {
    return "jdbc:postgresql://%s/%s?user=%s&currentSchema=%s&stringtype=unspecified"
        .formatted(Server.PLACE, database, role, schemas);
  }

  private static void execute(String database, String... statements) throws SQLException {
    try (Connection connection = connect(database, "postgres", "public");
        var statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Created when the first test asks. */
  private static final class Server {

    static final String PLACE =
        Optional.ofNullable(System.getenv("PACEGATE_TEST_POSTGRES")).orElseGet(Server::embedded);

    private static String embedded() {
      try {
        // Stops by its own shutdown hook.
        return "127.0.0.1:" + EmbeddedPostgres.start().getPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Template {

    private static boolean ready;

    static synchronized String migrated() throws SQLException {
      if (!ready) {
        for (String role : new String[] {"owner", "app", "sealer"}) {
          createRole("pacegate_" + role);
        }
        execute("postgres", "create database %s owner pacegate_owner".formatted(TEMPLATE));
        execute("postgres", "revoke all on database %s from public".formatted(TEMPLATE));
        migrate(TEMPLATE, "latest");
        ready = true;
      }
      return TEMPLATE;
    }

    private static void createRole(String role) throws SQLException {
      execute(
          "postgres",
          """
          do $$ begin
            if not exists (select from pg_roles where rolname = '%1$s') then
              create role %1$s login nosuperuser nocreatedb nocreaterole nobypassrls;
            end if;
          end $$"""
              .formatted(role));
    }
  }
}

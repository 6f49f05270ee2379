package org.pacegate.service.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A migrated, empty database of its own with the roles of an installation. The migrations run once
 * per test run and server; every database is a copy.
 *
 * <p>The server is the embedded PostgreSQL 18, or the one at {@code PACEGATE_TEST_POSTGRES} ({@code
 * host:port} that trusts the superuser {@code postgres}), to try another version. The oldest that
 * the SQL is written for is embedded too.
 */
public final class SchemaTestDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final TestServer server;
  private final String name;

  private SchemaTestDatabase(TestServer server, String name) {
    this.server = server;
    this.name = name;
  }

  public static SchemaTestDatabase fresh() throws SQLException {
    return freshOn(TestServer.usual());
  }

  /** On the oldest PostgreSQL that the SQL is written for. */
  static SchemaTestDatabase freshOnOldest() throws SQLException {
    return freshOn(TestServer.oldest());
  }

  private static SchemaTestDatabase freshOn(TestServer server) throws SQLException {
    String template = server.template();
    String name = template + "_" + COUNT.incrementAndGet();
    server.execute(
        "create database %s template %s owner pacegate_owner".formatted(name, template),
        "revoke all on database %s from public".formatted(name),
        "grant connect on database %s to pacegate_app, pacegate_sealer".formatted(name));
    return new SchemaTestDatabase(server, name);
  }

  /** A database of an installation that was never upgraded beyond a version. */
  static SchemaTestDatabase at(String version) throws SQLException {
    TestServer server = TestServer.usual();
    String name = server.template() + "_at_" + COUNT.incrementAndGet();
    server.execute("create database %s owner pacegate_owner".formatted(name));
    server.migrate(name, version);
    return new SchemaTestDatabase(server, name);
  }

  /** The server starts with this version of the product. */
  void upgrade() {
    server.migrate(name, "latest");
  }

  /** As the server works: owns nothing, under every policy. Not in a clinic yet. */
  public Connection asApplication() throws SQLException {
    return server.connect(name, "pacegate_app", "pacegate,public");
  }

  public Connection asSealer() throws SQLException {
    return server.connect(name, "pacegate_sealer", "audit,pacegate,public");
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
    source.setUrl(server.url(name, role, "pacegate,public"));
    return source;
  }

  public Connection asOwner() throws SQLException {
    return server.connect(name, "pacegate_owner", "pacegate,public");
  }

  /** The database administrator gone bad: no policy, no trigger. */
  public Connection asSuperuserWithoutTriggers() throws SQLException {
    Connection connection = server.connect(name, "postgres", "pacegate,public");
    try (var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
    }
    connection.commit();
    return connection;
  }
}

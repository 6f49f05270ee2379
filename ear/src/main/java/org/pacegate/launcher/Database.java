package org.pacegate.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Where the database is and who may do what there.
 *
 * @param application the role the server works as: owns nothing, cannot bypass row-level security
 * @param sealer the role that seals audit events
 * @param owner the role that owns the schema and migrates it; absent when the schema is migrated
 *     elsewhere
 */
public record Database(
    String host,
    int port,
    String name,
    Credentials application,
    Credentials sealer,
    Optional<Credentials> owner) {

  static final String SCHEMA = "pacegate";

  private static final int OLDEST = 15;
  private static final int ANSWER_SECONDS = 10;
  private static final String ABOVE_THE_POLICIES =
      "select rolsuper or rolbypassrls from pg_roles where rolname = current_user";

  public String url() {
    return "jdbc:postgresql://%s:%d/%s?connectTimeout=%d&loginTimeout=%d"
        .formatted(host, port, name, ANSWER_SECONDS, ANSWER_SECONDS);
  }

  public Connection connect(Credentials as) throws SQLException {
    return DriverManager.getConnection(url(), as.user(), as.password());
  }

  /** Connects once as every role, so that a wrong setting is found before anything is started. */
  void refuseUnlessReachable() {
    refuseUnlessReachable(application);
    refuseUnlessReachable(sealer);
    owner.ifPresent(this::refuseUnlessReachable);
  }

  private void refuseUnlessReachable(Credentials as) {
    try (Connection connection = connect(as)) {
      if (as.equals(application)) {
        refuseIfOlder(connection.getMetaData().getDatabaseMajorVersion());
        refuseIfTooPowerful(connection);
      }
    } catch (SQLException e) {
      throw new StartRefused(sentenceFor(e, as), e);
    }
  }

  /**
   * @param version the major version of the PostgreSQL that answers
   */
  void refuseIfOlder(int version) {
    if (version < OLDEST) {
      throw new StartRefused(
          "The database at %s is PostgreSQL %d; Pacegate needs PostgreSQL %d or newer."
              .formatted(place(), version, OLDEST));
    }
  }

  private void refuseIfTooPowerful(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(ABOVE_THE_POLICIES)) {
      rows.next();
      if (rows.getBoolean(1)
          || owner.map(Credentials::user).equals(Optional.of(application.user()))) {
        throw new StartRefused(
            "The role %s could see every clinic: PACEGATE_DB_USER must neither own the schema nor bypass row-level security."
                .formatted(application.user()));
      }
    }
  }

  private String sentenceFor(SQLException e, Credentials as) {
    return switch (e.getSQLState() == null ? "" : e.getSQLState()) {
      case "28P01", "28000" ->
          "The database at %s refuses the role %s: wrong name or password."
              .formatted(place(), as.user());
      case "3D000" -> "The server at %s:%d has no database %s.".formatted(host, port, name);
      case "57P03", "53300" ->
          "The database at %s takes no connections at the moment.".formatted(place());
      default -> "The database at %s does not answer.".formatted(place());
    };
  }

  private String place() {
    return "%s:%d/%s".formatted(host, port, name);
  }
}

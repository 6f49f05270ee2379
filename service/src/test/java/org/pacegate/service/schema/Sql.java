package org.pacegate.service.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Short words for SQL in tests. */
public final class Sql {

  private Sql() {}

  /** Something that the database may refuse. */
  @FunctionalInterface
  public interface Attempt {
    void run() throws SQLException;
  }

  /**
   * What the database said no with.
   *
   * @param rule the constraint, or the message where the error names none
   */
  public record Refusal(String state, String rule) {}

  /** Enters a clinic for the open transaction, acting as its staff (see {@link ValidCourse#id}). */
  public static void enterClinic(Connection connection, long clinic) throws SQLException {
    text(
        connection,
        "select set_config('pacegate.clinic', ?, true), set_config('pacegate.practitioner', ?, true)",
        Long.toString(clinic),
        Long.toString(clinic * 1000 + 30));
  }

  public static int run(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.execute() ? 0 : statement.getUpdateCount();
    }
  }

  public static String text(Connection connection, String query, Object... values)
      throws SQLException {
    List<String> all = texts(connection, query, values);
    return all.isEmpty() ? null : all.get(0);
  }

  public static long number(Connection connection, String query, Object... values)
      throws SQLException {
    return Long.parseLong(text(connection, query, values));
  }

  /** The first column of every row. */
  public static List<String> texts(Connection connection, String query, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        List<String> found = new ArrayList<>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** How the database refuses the attempt; fails when it does not. */
  public static Refusal refusalOf(Attempt attempt) throws SQLException {
    try {
      attempt.run();
    } catch (PSQLException e) {
      ServerErrorMessage error = Objects.requireNonNull(e.getServerErrorMessage());
      return new Refusal(
          e.getSQLState(), Objects.requireNonNullElse(error.getConstraint(), error.getMessage()));
    }
    throw new AssertionError("nothing was refused");
  }
}

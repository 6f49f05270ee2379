package org.pacegate.gate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.pacegate.launcher.PacegateServer;

/** What the database holds, as nobody but a test can see it. */
public final class Rows {

  private Rows() {}

  /** The first column of every row, of all clinics. */
  public static List<String> of(String query, Object... values) {
    try (Connection database = PacegateServer.get().superuser()) {
      database.setSchema("pacegate");
      return of(database, query, values);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static List<String> of(Connection database, String query, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(database, query, values);
        ResultSet rows = statement.executeQuery()) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  public static int run(Connection database, String command, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(database, command, values)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement prepare(Connection database, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = database.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}

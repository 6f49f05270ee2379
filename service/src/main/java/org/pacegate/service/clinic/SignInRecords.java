package org.pacegate.service.clinic;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.patient.Language;

/**
 * Reads what is known of a login before anybody has entered a clinic. Two functions of the database
 * answer; the tables behind them stay closed.
 */
@ApplicationScoped
class SignInRecords {

  @Resource(lookup = "jdbc/pacegate")
  private DataSource database;

  protected SignInRecords() {}

  SignInRecords(DataSource database) {
    this.database = database;
  }

  /** The stored hash; none for an unknown login or a disabled account. */
  Optional<String> passwordHashOf(String login) {
    return one("select password_hash_of(?)", login, row -> row.getString(1));
  }

  /** The account as it stands now; none for an unknown login or a disabled account. */
  Optional<SignedIn> signedIn(String login) {
    return one("select * from enter_clinic(?)", login, row -> signedIn(login, row));
  }

  private static SignedIn signedIn(String login, ResultSet row) throws SQLException {
    return new SignedIn(
        login,
        row.getLong("account_id"),
        row.getLong("clinic_id"),
        row.getString("clinic_name"),
        ZoneId.of(row.getString("time_zone")),
        row.getBoolean("demonstration"),
        row.getLong("practitioner_id"),
        row.getString("family_name"),
        row.getString("given_name"),
        row.getInt("session_epoch"),
        row.getBoolean("must_change_password"),
        Language.valueOf(row.getString("language")),
        roles(row.getString("roles")));
  }

  private static Set<Role> roles(String names) {
    return names == null
        ? Set.of()
        : Arrays.stream(names.split(",")).map(Role::valueOf).collect(Collectors.toSet());
  }

  private <T> Optional<T> one(String sql, String login, Reading<T> reading) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, login);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.ofNullable(reading.of(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The account cannot be read", e);
    }
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }
}

package org.pacegate.clinic;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.pacegate.domain.clinic.Role;
import org.pacegate.launcher.PacegateServer;

/**
 * A clinic of a test's own, with people who can sign in. Written as the application's role, under
 * its row-level security.
 */
public final class TestClinic {

  /** Everybody's password. */
  public static final String PASSWORD = "a long test sentence";

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int ITERATIONS = 210_000;

  private final long id;

  private TestClinic(long id) {
    this.id = id;
  }

  /** Opens a clinic. */
  public static TestClinic open() {
    return inDatabase(
        connection -> {
          long id = next(connection);
          enter(id, connection);
          execute(
              connection,
              "insert into clinic (id, name, time_zone, jurisdiction, language, opened_at)"
                  + " values (?, ?, 'Europe/Madrid', 'ES', 'en', now())",
              id,
              "Test clinic " + id);
          return new TestClinic(id);
        });
  }

  /** A person who chose the password of all, and speaks English. */
  public Person person(Role... roles) {
    return person(hash(PASSWORD, ITERATIONS), false, roles);
  }

  /** A person who was handed the password of all and has not chosen one yet. */
  public Person newcomer(Role... roles) {
    return person(hash(PASSWORD, ITERATIONS), true, roles);
  }

  /** A person whose password was hashed when less was asked for. */
  public Person personOfOldTimes(Role... roles) {
    return person(hash(PASSWORD, 1_000), false, roles);
  }

  private Person person(String hash, boolean mustChange, Role... roles) {
    String login = "person" + id + "." + COUNT.incrementAndGet();
    return in(
        connection -> {
          long practitioner = next(connection);
          execute(
              connection,
              "insert into practitioner (id, family_name, given_name) values (?, ?, 'Test')",
              practitioner,
              login);
          long account = next(connection);
          execute(
              connection,
              "insert into account (id, practitioner_id, login, password_hash,"
                  + " must_change_password, language) values (?, ?, ?, ?, ?, 'en')",
              account,
              practitioner,
              login,
              hash,
              mustChange);
          for (Role role : roles) {
            execute(
                connection,
                "insert into account_role (account_id, role) values (?, ?)",
                account,
                role.name());
          }
          return new Person(login, account, practitioner);
        });
  }

  /** Changes something in this clinic with SQL. */
  public void change(String sql, Object... values) {
    in(
        connection -> {
          execute(connection, sql, values);
          return null;
        });
  }

  /** Reads one text in this clinic. */
  public String read(String sql, Object... values) {
    return in(
        connection -> {
          try (PreparedStatement query = prepared(connection, sql, values);
              ResultSet row = query.executeQuery()) {
            return row.next() ? row.getString(1) : null;
          }
        });
  }

  /** Forgets every failed sign-in: all tests come from one address. */
  public static void forgetFailures() {
    inDatabase(
        connection -> {
          execute(connection, "delete from sign_in_delay");
          return null;
        });
  }

  private <T> T in(Work<T> work) {
    return inDatabase(
        connection -> {
          enter(id, connection);
          return work.in(connection);
        });
  }

  private static <T> T inDatabase(Work<T> work) {
    try (Connection connection = PacegateServer.get().application()) {
      execute(connection, "set search_path = pacegate, public");
      connection.setAutoCommit(false);
      T result = work.in(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void enter(long clinic, Connection connection) throws SQLException {
    try (PreparedStatement query =
        prepared(
            connection, "select set_config('pacegate.clinic', ?, true)", Long.toString(clinic))) {
      query.execute();
    }
  }

  private static long next(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select nextval('record_seq')");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, values)) {
      statement.executeUpdate();
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** The form in which Jakarta Security keeps a hash. */
  private static String hash(String password, int iterations) {
    try {
      byte[] salt = ("salt" + COUNT.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 512))
              .getEncoded();
      Base64.Encoder base64 = Base64.getEncoder();
      return "PBKDF2WithHmacSHA512:%d:%s:%s"
          .formatted(iterations, base64.encodeToString(salt), base64.encodeToString(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Somebody who works here. */
  public record Person(String login, long accountId, long practitionerId) {}

  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }
}

package org.pacegate.service.clinic;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import javax.sql.DataSource;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.service.shared.RequestIds;

/**
 * Writes down who signed in, and who failed to, in a transaction of its own: the event stays when
 * what was asked for is refused. A login is kept as a hash, since people type passwords there too.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class SignInTrail {

  private static final String AS_THEMSELVES = "select account_id from enter_clinic(?)";
  private static final String AS_NOBODY = "select enter_clinic_as_nobody(?)";

  @Resource(lookup = "jdbc/pacegate")
  private DataSource database;

  protected SignInTrail() {}

  SignInTrail(DataSource database) {
    this.database = database;
  }

  /** Somebody signed in; the event belongs to their clinic. */
  void signedIn(SignInTry counted) {
    write(counted.login(), AuditAction.SIGN_IN, AS_THEMSELVES, waited(counted));
  }

  /** Somebody failed under a login; the event belongs to its clinic, if anybody has it. */
  void failed(SignInTry counted) {
    write(counted.login(), AuditAction.SIGN_IN_FAILED, AS_NOBODY, waited(counted));
  }

  /** The first of the tries that are refused unseen; the others are told with the next one. */
  void mustWait(SignInTry counted) {
    write(counted.login(), AuditAction.SIGN_IN_FAILED, AS_NOBODY, "has to wait");
  }

  /** A signed-in person gave a wrong password to confirm something. */
  void confirmationFailed(String login) {
    write(login, AuditAction.SIGN_IN_FAILED, AS_THEMSELVES, "confirmation");
  }

  private static String waited(SignInTry counted) {
    return counted.waited() == 0 ? null : counted.waited() + " tries before had to wait";
  }

  private void write(String login, AuditAction action, String entering, String detail) {
    try (Connection connection = database.getConnection()) {
      insert(login, action, enter(entering, login, connection), detail, connection);
    } catch (SQLException e) {
      throw new IllegalStateException("A sign-in cannot be written down", e);
    }
  }

  /** Enters the login's clinic; returns its account, or null if nobody has the login. */
  private static Long enter(String entering, String login, Connection connection)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(entering)) {
      query.setString(1, login);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getObject(1, Long.class) : null;
      }
    }
  }

  private static void insert(
      String login, AuditAction action, Long account, String detail, Connection connection)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into audit.event (action, entity, login_hash, request_id, detail, outcome, entity_id)
            values (?, 'Account', ?, ?, ?, ?, ?)""")) {
      insert.setString(1, action.name());
      insert.setString(2, SignInSubject.hashOfLogin(login));
      insert.setString(3, RequestIds.current().orElse(null));
      insert.setString(4, detail);
      insert.setString(5, action == AuditAction.SIGN_IN_FAILED ? "REFUSED" : "DONE");
      insert.setObject(6, account, Types.BIGINT);
      insert.executeUpdate();
    }
  }
}

package org.pacegate.service.clinic;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

  @Resource(lookup = "jdbc/pacegate")
  private DataSource database;

  /** Somebody signed in; the event belongs to their clinic. */
  void signedIn(String login) {
    write(login, AuditAction.SIGN_IN, true, null);
  }

  /** Somebody failed; nobody knows who, so the event belongs to no clinic. */
  void failed(String login) {
    write(login, AuditAction.SIGN_IN_FAILED, false, null);
  }

  /** A signed-in person gave a wrong password to confirm something. */
  void confirmationFailed(String login) {
    write(login, AuditAction.SIGN_IN_FAILED, true, "confirmation");
  }

  private void write(String login, AuditAction action, boolean inClinic, String detail) {
    try (Connection connection = database.getConnection()) {
      if (inClinic) {
        enterClinic(login, connection);
      }
      insert(login, action, detail, connection);
    } catch (SQLException e) {
      throw new IllegalStateException("A sign-in cannot be written down", e);
    }
  }

  private static void enterClinic(String login, Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select account_id from enter_clinic(?)")) {
      query.setString(1, login);
      query.execute();
    }
  }

  private static void insert(String login, AuditAction action, String detail, Connection connection)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into audit.event (action, entity, login_hash, request_id, detail, outcome)
            values (?, 'Account', ?, ?, ?, ?)""")) {
      insert.setString(1, action.name());
      insert.setString(2, SignInSubject.hashOfLogin(login));
      insert.setString(3, RequestIds.current().orElse(null));
      insert.setString(4, detail);
      insert.setString(5, action == AuditAction.SIGN_IN_FAILED ? "REFUSED" : "DONE");
      insert.executeUpdate();
    }
  }
}

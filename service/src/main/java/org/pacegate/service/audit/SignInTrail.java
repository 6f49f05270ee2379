package org.pacegate.service.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import javax.sql.DataSource;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.service.shared.RequestIds;

/**
 * Records who came in, tried to, or left. Nobody has entered a clinic then, so the event names only
 * the hash of the login, and it stays even when what follows fails.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class SignInTrail {

  @Resource(lookup = "jdbc/pacegate")
  private DataSource database;

  protected SignInTrail() {}

  SignInTrail(DataSource database) {
    this.database = database;
  }

  /**
   * Records one event.
   *
   * @param action {@code SIGN_IN}, {@code SIGN_OUT} or {@code SIGN_IN_FAILED}
   */
  public void record(AuditAction action, String login) {
    try (Connection connection = database.getConnection();
        PreparedStatement event =
            connection.prepareStatement(
                "insert into audit.event (login_hash, action, entity, request_id, outcome)"
                    + " values (?, ?, 'Account', ?, ?)")) {
      event.setString(1, hash(login));
      event.setString(2, action.name());
      event.setString(3, RequestIds.current().orElse(null));
      event.setString(4, action == AuditAction.SIGN_IN_FAILED ? "REFUSED" : "DONE");
      event.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The audit event cannot be written", e);
    }
  }

  private static String hash(String login) {
    try {
      byte[] name = login.toLowerCase(Locale.ROOT).getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

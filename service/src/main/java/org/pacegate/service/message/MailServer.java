package org.pacegate.service.message;

import jakarta.mail.Session;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Where mail is handed over (docs/configuration.md).
 *
 * @param from address that it comes from
 * @param encryption {@code starttls}, {@code tls} or {@code none}
 * @param user empty where no sign-in is asked
 */
record MailServer(
    String host, int port, String from, String encryption, String user, String password) {

  private static final String STARTTLS = "starttls";
  private static final String TLS = "tls";
  private static final String NONE = "none";
  private static final String TIMEOUT_MILLIS = "10000";

  /** Refuses an encryption that it does not know: nothing goes out in clear text by a slip. */
  MailServer {
    if (!Set.of(STARTTLS, TLS, NONE).contains(encryption)) {
      throw new IllegalArgumentException("PACEGATE_SMTP_ENCRYPTION is " + encryption);
    }
  }

  /** Empty unless a host and a sender are set. */
  static Optional<MailServer> of(Map<String, String> environment) {
    String host = text(environment, "PACEGATE_SMTP_HOST", "");
    String from = text(environment, "PACEGATE_SMTP_FROM", "");
    return host.isEmpty() || from.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MailServer(
                host,
                Integer.parseInt(text(environment, "PACEGATE_SMTP_PORT", "587")),
                from,
                text(environment, "PACEGATE_SMTP_ENCRYPTION", STARTTLS).toLowerCase(Locale.ROOT),
                text(environment, "PACEGATE_SMTP_USER", ""),
                text(environment, "PACEGATE_SMTP_PASSWORD", "")));
  }

  /** Nothing but space is nothing. */
  private static String text(Map<String, String> environment, String name, String otherwise) {
    String given = environment.getOrDefault(name, "").strip();
    return given.isEmpty() ? otherwise : given;
  }

  /** A session that waits ten seconds at most, and whose certificates are checked. */
  Session session() {
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", host);
    properties.put("mail.smtp.port", Integer.toString(port));
    properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
    properties.put("mail.smtp.starttls.required", Boolean.toString(encryption.equals(STARTTLS)));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(encryption.equals(STARTTLS)));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(encryption.equals(TLS)));
    // What the server has taken is sent, however it says good-bye.
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    return Session.getInstance(properties);
  }

  @Override
  public String toString() {
    return "MailServer[" + host + ":" + port + "]";
  }
}

package org.pacegate.service.message;

import jakarta.mail.Session;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where mail is handed over (docs/configuration.md).
 *
 * @param from address that it comes from
 * @param encryption {@code starttls}, {@code tls} or {@code none}
 * @param user empty where no sign-in is asked
 */
record MailServer(
    String host, int port, String from, String encryption, String user, String password) {

  private static final String TIMEOUT_MILLIS = "10000";

  /** Empty unless a host and a sender are set. */
  static Optional<MailServer> of(Map<String, String> environment) {
    String host = environment.getOrDefault("PACEGATE_SMTP_HOST", "");
    String from = environment.getOrDefault("PACEGATE_SMTP_FROM", "");
    return host.isBlank() || from.isBlank()
        ? Optional.empty()
        : Optional.of(
            new MailServer(
                host,
                Integer.parseInt(environment.getOrDefault("PACEGATE_SMTP_PORT", "587")),
                from,
                environment
                    .getOrDefault("PACEGATE_SMTP_ENCRYPTION", "starttls")
                    .toLowerCase(Locale.ROOT),
                environment.getOrDefault("PACEGATE_SMTP_USER", ""),
                environment.getOrDefault("PACEGATE_SMTP_PASSWORD", "")));
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
    properties.put("mail.smtp.starttls.required", Boolean.toString(encryption.equals("starttls")));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(encryption.equals("starttls")));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(encryption.equals("tls")));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    return Session.getInstance(properties);
  }

  @Override
  public String toString() {
    return "MailServer[" + host + ":" + port + "]";
  }
}

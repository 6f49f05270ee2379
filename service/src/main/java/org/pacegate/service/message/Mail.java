package org.pacegate.service.message;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.pacegate.domain.message.DeliveryProblem;

/** Hands letters over to the mail server of the settings, if there is one. */
@ApplicationScoped
public class Mail {

  private Optional<MailServer> server = Optional.empty();

  @PostConstruct
  void readSettings() {
    server = MailServer.of(System.getenv());
  }

  /** Uses another server from now on. */
  void use(MailServer other) {
    server = Optional.of(other);
  }

  /** Whether anything can be sent. */
  public boolean isOffered() {
    return server.isPresent();
  }

  /**
   * Hands a letter over.
   *
   * @return why it was in vain; empty when the mail server took it
   */
  Optional<DeliveryProblem> send(String address, Letter letter, Instant at) {
    if (server.isEmpty()) {
      return Optional.of(DeliveryProblem.UNREACHABLE);
    }
    try {
      Session session = server.get().session();
      MimeMessage message = message(session, address, letter, at);
      try (Transport transport = session.getTransport()) {
        if (server.get().user().isEmpty()) {
          transport.connect();
        } else {
          transport.connect(server.get().user(), server.get().password());
        }
        transport.sendMessage(message, message.getAllRecipients());
      }
      return Optional.empty();
    } catch (AddressException noAddress) {
      return Optional.of(DeliveryProblem.REFUSED);
    } catch (SendFailedException e) {
      return Optional.of(isFinal(e) ? DeliveryProblem.REFUSED : DeliveryProblem.UNREACHABLE);
    } catch (MessagingException e) {
      return Optional.of(DeliveryProblem.UNREACHABLE);
    }
  }

  private MimeMessage message(Session session, String address, Letter letter, Instant at)
      throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(server.orElseThrow().from(), true));
    message.setRecipient(RecipientType.TO, new InternetAddress(address, true));
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.text(), StandardCharsets.UTF_8.name());
    message.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  /** What it will not take from us, whenever we come; a busy mailbox is none of that. */
  private static boolean isFinal(SendFailedException refused) {
    Address[] invalid = refused.getInvalidAddresses();
    return invalid != null && invalid.length > 0;
  }
}

package org.pacegate.service.message;

import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Sends, every few seconds and in every clinic, the messages that are due (R14.3). */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailPass {

  private static final Logger LOG = System.getLogger(MailPass.class.getName());

  @Inject private Clock clock;
  @Inject private Mail mail;
  @Inject private MailDelivery delivery;

  @DenyAll
  @Schedule(
      hour = "*",
      minute = "*",
      second = "*/5",
      persistent = false,
      info = "send the messages that are due")
  public void pass() {
    if (!mail.isOffered()) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (long clinic : delivery.clinicsDue(now)) {
      try {
        for (Optional<DueMessage> due = delivery.claim(clinic, now);
            due.isPresent();
            due = delivery.claim(clinic, now)) {
          send(due.get(), now);
        }
      } catch (RuntimeException e) {
        // One clinic's trouble must not silence the others'; the next pass tries again.
        LOG.log(Level.ERROR, "message.notSent clinic=" + clinic, e);
      }
    }
  }

  private void send(DueMessage due, Instant now) {
    delivery.note(due, due.letter().flatMap(letter -> mail.send(due.address(), letter, now)), now);
  }
}

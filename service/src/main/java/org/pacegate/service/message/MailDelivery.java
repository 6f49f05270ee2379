package org.pacegate.service.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.door.IntakeLink;
import org.pacegate.domain.message.DeliveryProblem;
import org.pacegate.domain.message.Message;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.Row;

/**
 * Sends one message a transaction, with its row held, so that no two servers send the same. Nobody
 * is signed in: it enters the clinic with nobody acting, under that clinic's policies.
 */
@ApplicationScoped
public class MailDelivery {

  private static final String NEXT =
      """
      select id from message where state = 'QUEUED' and next_try_at <= ?1
       order by next_try_at, id limit 1 for no key update skip locked""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private Mail mail;
  @Inject private AuditTrail audit;

  /** Clinics in which a message is due by now. */
  @Transactional(TxType.REQUIRES_NEW)
  public List<Long> clinicsDue(Instant now) {
    return Row.list(
        em.createNativeQuery("select clinics_with_message_due(?1)")
            .setParameter(1, Timestamp.from(now)),
        row -> row.id(0));
  }

  /**
   * Tries the next message of a clinic that is due.
   *
   * @return whether there was one
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean next(long clinic, Instant now) {
    em.createNativeQuery(
            "select set_config('pacegate.clinic', ?1, true),"
                + " set_config('pacegate.practitioner', '', true)")
        .setParameter(1, Long.toString(clinic))
        .getSingleResult();
    Optional<Message> due =
        Row.list(em.createNativeQuery(NEXT).setParameter(1, Timestamp.from(now)), row -> row.id(0))
            .stream()
            .findFirst()
            .map(id -> em.find(Message.class, id));
    due.ifPresent(message -> tried(message, now));
    return due.isPresent();
  }

  private void tried(Message message, Instant now) {
    Optional<Letter> letter = message.sealed().map(SealedLetter::new).flatMap(SealedLetter::open);
    boolean opens = em.find(IntakeLink.class, message.linkId()).opensAt(now);
    if (letter.isEmpty() || !opens) {
      message.cancel(now);
    } else {
      Optional<DeliveryProblem> problem = mail.send(message.address(), letter.get(), now);
      problem.ifPresentOrElse(why -> message.failed(why, now), () -> message.sent(now));
    }
    audit.record(
        AuditAction.CHANGE,
        "Message",
        message.id(),
        null,
        message.state() + ", try " + message.tries());
  }
}

package org.pacegate.service.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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
import org.pacegate.domain.message.MessageState;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;

/**
 * What a pass reads and writes of messages, each step in a transaction of its own. A try is counted
 * before it is made: whatever happens then, it is not made again at once, and no two servers make
 * it together. Nobody is signed in: it enters the clinic with nobody acting, under that clinic's
 * policies.
 */
@ApplicationScoped
public class MailDelivery {

  private static final String NEXT =
      """
      select id from message where state = 'QUEUED' and next_try_at <= ?1
       order by next_try_at, id limit 1 for no key update skip locked""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext context;
  @Inject private AuditTrail audit;

  /** Clinics in which a message is due by now. */
  @Transactional(TxType.REQUIRES_NEW)
  public List<Long> clinicsDue(Instant now) {
    return Row.list(
        em.createNativeQuery("select clinics_with_message_due(?1)")
            .setParameter(1, Timestamp.from(now)),
        row -> row.id(0));
  }

  /** Counts a try of the next message of a clinic that is due; empty when none is. */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<DueMessage> claim(long clinic, Instant now) {
    context.enterAsNobody(clinic);
    Optional<Message> due =
        Row.list(em.createNativeQuery(NEXT).setParameter(1, Timestamp.from(now)), row -> row.id(0))
            .stream()
            .findFirst()
            .map(id -> em.find(Message.class, id));
    due.ifPresent(message -> message.tried(now));
    return due.map(
        message ->
            new DueMessage(
                clinic,
                message.id(),
                message.address(),
                message
                    .sealed()
                    .map(SealedLetter::new)
                    .filter(it -> em.find(IntakeLink.class, message.linkId()).opensAt(now))
                    .flatMap(it -> it.open(message.linkId(), message.address()))));
  }

  /** Keeps what came of a try; a message without a letter is not sent any more. */
  @Transactional(TxType.REQUIRES_NEW)
  public void note(DueMessage due, Optional<DeliveryProblem> problem, Instant now) {
    context.enterAsNobody(due.clinic());
    Message message = em.find(Message.class, due.messageId(), LockModeType.PESSIMISTIC_WRITE);
    if (message.state() != MessageState.QUEUED) {
      return;
    }
    if (due.letter().isEmpty()) {
      message.cancel(now);
    } else {
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

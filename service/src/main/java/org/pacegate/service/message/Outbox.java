package org.pacegate.service.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.message.DeliveryProblem;
import org.pacegate.domain.message.Message;
import org.pacegate.domain.message.MessageState;
import org.pacegate.domain.patient.Person;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;

/** What waits to be sent. The caller has entered a clinic and decided that it may be sent. */
@ApplicationScoped
public class Outbox {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;

  /** Queues the letter of a link. */
  public void queue(long linkId, Long patientId, String address, Letter letter) {
    String to = Person.emailAddress(address);
    Message message =
        new Message(linkId, to, SealedLetter.of(letter, linkId, to).text(), clinic.attribution());
    em.persist(message);
    audit.record(AuditAction.CREATE, "Message", message.id(), patientId, "link " + linkId);
  }

  /** The letters of an intake's links that wait are not sent any more. */
  public void cancelOfIntake(long intakeId) {
    em.createQuery(
            "select m from Message m, IntakeLink l where l.id = m.linkId and l.intakeId = :intake"
                + " and m.state = :queued",
            Message.class)
        .setParameter("intake", intakeId)
        .setParameter("queued", MessageState.QUEUED)
        .getResultList()
        .forEach(message -> message.cancel(clinic.now()));
  }

  /** How far the letter of a link is; empty when none was written. */
  public Optional<MessageLine> ofLink(long linkId) {
    return Row.list(
            em.createNativeQuery(
                    "select address, state, coalesce(ended_at, queued_at), problem from message"
                        + " where link_id = ?1")
                .setParameter(1, linkId),
            row ->
                new MessageLine(
                    row.text(0),
                    row.constant(1, MessageState.class),
                    row.instant(2),
                    row.constant(3, DeliveryProblem.class)))
        .stream()
        .findFirst();
  }
}

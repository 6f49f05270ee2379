package org.pacegate.domain.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;

/** A letter by e-mail, with the link of an intake in it (R14.1, R14.2). */
@Entity
public class Message extends ClinicRecord {

  /** How long it waits after each try in vain. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(6));

  @Enumerated(EnumType.STRING)
  private MessagePurpose purpose;

  @Column(name = "link_id")
  private long linkId;

  private String address;

  private String sealed;

  @Enumerated(EnumType.STRING)
  private MessageState state;

  @Column(name = "queued_at")
  private Instant queuedAt;

  @Column(name = "queued_by")
  private long queuedBy;

  private int tries;

  @Column(name = "next_try_at")
  private Instant nextTryAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Enumerated(EnumType.STRING)
  private DeliveryProblem problem;

  protected Message() {}

  /**
   * Queues the letter of a link.
   *
   * @param address e-mail address, checked as a patient's is
   * @param sealed the letter, encrypted
   */
  public Message(long linkId, String address, String sealed, Attribution queued) {
    this.purpose = MessagePurpose.INTAKE_LINK;
    this.linkId = linkId;
    this.address = Person.emailAddress(address);
    this.sealed = sealed;
    this.state = MessageState.QUEUED;
    this.queuedAt = queued.at();
    this.queuedBy = queued.by();
    this.nextTryAt = queued.at();
  }

  /** A try begins: should nobody hear how it ends, the next one comes as if it were in vain. */
  public void tried(Instant at) {
    expectQueued();
    tries++;
    nextTryAt = at.plus(WAITS.get(Math.min(tries, WAITS.size()) - 1));
  }

  /** The mail server took it. */
  public void sent(Instant at) {
    over(MessageState.SENT, at);
    problem = null;
  }

  /** The try was in vain: it is tried again later, or is over. */
  public void failed(DeliveryProblem why, Instant at) {
    expectQueued();
    problem = why;
    if (why == DeliveryProblem.REFUSED || tries > WAITS.size()) {
      over(MessageState.FAILED, at);
    }
  }

  /** What it was about fell away: it is not sent. */
  public void cancel(Instant at) {
    over(MessageState.CANCELLED, at);
  }

  private void over(MessageState end, Instant at) {
    expectQueued();
    state = end;
    endedAt = at;
    nextTryAt = null;
    sealed = null;
  }

  private void expectQueued() {
    if (state != MessageState.QUEUED) {
      throw new DomainRefusal("message.over", "message " + id() + " " + state);
    }
  }

  public long linkId() {
    return linkId;
  }

  public String address() {
    return address;
  }

  /** The letter, encrypted; empty once it is over. */
  public Optional<String> sealed() {
    return Optional.ofNullable(sealed);
  }

  public MessagePurpose purpose() {
    return purpose;
  }

  public MessageState state() {
    return state;
  }

  public int tries() {
    return tries;
  }

  /** Empty once it is over. */
  public Optional<Instant> nextTryAt() {
    return Optional.ofNullable(nextTryAt);
  }

  /** Why the last try was in vain. */
  public Optional<DeliveryProblem> problem() {
    return Optional.ofNullable(problem);
  }
}

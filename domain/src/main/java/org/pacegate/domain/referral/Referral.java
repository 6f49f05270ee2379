package org.pacegate.domain.referral;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/**
 * A request to somebody outside to see the runner. A fired rule or a clinician drafts it; it is
 * sent, received, accepted, scheduled, the runner is seen, and the answer completes it. On the way
 * it may be declined, held, cancelled, expire or be superseded. {@link ReferralRules} has every
 * legal step, and each step taken is a row of its own. While one at U0 or U1 is open, the gate
 * stays shut.
 */
@Entity
public class Referral extends ClinicRecord {

  private static final Set<ReferralState> UNANSWERED =
      EnumSet.range(ReferralState.DRAFT, ReferralState.ACCEPTED);

  @Column(name = "episode_id")
  private long episodeId;

  @Column(name = "screening_id")
  private Long screeningId;

  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  private String target;
  private String reason;

  @Enumerated(EnumType.STRING)
  private ReferralState state;

  @Enumerated(EnumType.STRING)
  private DeliveryState delivery;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "requested_by")
  private Long requestedBy;

  @Column(name = "recipient_id")
  private Long recipientId;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "appointment_at")
  private Instant appointmentAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "closed_by")
  private Long closedBy;

  @Enumerated(EnumType.STRING)
  private ReferralResult result;

  private String outcome;

  @Column(name = "superseded_by_id")
  private Long supersededBy;

  @Embedded private LetterText letter;

  @OneToMany(mappedBy = "referral", cascade = CascadeType.PERSIST)
  @OrderBy("number")
  private List<ReferralTransition> transitions = new ArrayList<>();

  @OneToMany(mappedBy = "referral", cascade = CascadeType.PERSIST)
  @OrderBy("number")
  private List<ReferralDelivery> deliveries = new ArrayList<>();

  protected Referral() {}

  private Referral(ReferralRequest asked, ReferralAction how, Attribution by, UUID key) {
    this.episodeId = asked.episodeId();
    this.screeningId = asked.screeningId();
    this.urgency = asked.urgency();
    this.target = asked.target();
    this.reason = asked.reason();
    this.dueAt = asked.dueAt();
    this.requestedAt = by.at();
    this.requestedBy = by.actor();
    moveTo(ReferralState.DRAFT, how, asked.reason(), by, key);
  }

  /** A fired rule drafts it (R5.1). */
  public static Referral byRule(ReferralRequest asked, Attribution by) {
    return new Referral(asked, ReferralAction.DRAFT_BY_RULE, by, null);
  }

  /** A clinician drafts it (R5.5). */
  public static Referral byHand(ReferralRequest asked, ReferralStep step) {
    return new Referral(asked, ReferralAction.DRAFT, step.by(), step.submissionKey());
  }

  /** Drafts it once more, since it ended without an answer (R5.9, R5.10, R5.14). */
  public Referral again(Attribution by) {
    return new Referral(request(), ReferralAction.DRAFT_AGAIN, by, null);
  }

  /**
   * Somebody takes a step that needs no more than a reason.
   *
   * @throws DomainRefusal {@code referral.closed}, {@code referral.notNow} or {@code
   *     referral.notYours} for a step that is not legal, by the state or by who takes it
   */
  public void take(ReferralAction action, ReferralStep step) {
    ReferralState to = allowed(action, step);
    if (action == ReferralAction.SCHEDULE) {
      throw new InvalidValue("appointment", "missing");
    }
    if (action == ReferralAction.COMPLETE) {
      throw new InvalidValue("result", "missing");
    }
    if (action == ReferralAction.REDIRECT) {
      throw new InvalidValue("target", "missing");
    }
    if (action == ReferralAction.SEND) {
      sentAt = step.by().at();
      expiresAt = ReferralTimes.expiry(urgency).map(sentAt::plus).orElse(null);
      deliverTo(DeliveryState.QUEUED, null, step);
    }
    if (action == ReferralAction.RESUME && to == ReferralState.ACCEPTED) {
      waitOn(step.by().at());
    }
    moveTo(to, action, step.reason(), step.by(), step.submissionKey());
  }

  /**
   * It goes to somebody of the directory (R5.51), with a letter (R5.60).
   *
   * @param to whom, or null when they are not in it
   * @param text what its sender writes into the letter
   * @throws DomainRefusal as {@link #take}; {@code recipient.retired}, {@code recipient.notFor}
   */
  public void send(Recipient to, LetterText text, ReferralStep step) {
    if (to != null) {
      to.expectServing(target);
    }
    take(ReferralAction.SEND, step);
    recipientId = to == null ? null : to.id();
    letter = text;
  }

  /** The time on hold does not count as waiting for an appointment. */
  private void waitOn(Instant now) {
    if (expiresAt != null) {
      Instant held = transitions.get(transitions.size() - 1).at();
      expiresAt = expiresAt.plus(Duration.between(held, now));
    }
  }

  /**
   * Somebody else is asked in its place, or the same more urgently (R5.15).
   *
   * @param there what is asked instead, for the same cause and no less urgently
   * @return the one in its place, for the same cause
   */
  public Referral redirect(ReferralRequest there, ReferralStep step) {
    ReferralState to = allowed(ReferralAction.REDIRECT, step);
    if (!there.urgency().isAtLeast(urgency)) {
      throw new InvalidValue("urgency", "lower");
    }
    if (there.isSameAs(request()) && there.urgency() == urgency) {
      throw new InvalidValue("target", "same");
    }
    moveTo(to, ReferralAction.REDIRECT, step.reason(), step.by(), step.submissionKey());
    return new Referral(there, ReferralAction.DRAFT_AGAIN, step.by(), null);
  }

  /**
   * The runner has an appointment; one that was at once is recorded afterwards (R5.16).
   *
   * @param since when this or what it stands for was asked first; no appointment is earlier
   */
  public void schedule(Instant appointment, Instant since, ReferralStep step) {
    ReferralState to = allowed(ReferralAction.SCHEDULE, step);
    ReferralTimes.expectAppointment(appointment, since, step.by().at());
    appointmentAt = appointment;
    moveTo(to, ReferralAction.SCHEDULE, step.reason(), step.by(), step.submissionKey());
  }

  /** The minute in which somebody outside was asked. */
  public Instant askedAt() {
    return (sentAt == null ? requestedAt : sentAt).truncatedTo(ChronoUnit.MINUTES);
  }

  /** The answer is here; the step's reason says it in words (R5.7). */
  public void complete(ReferralResult brought, ReferralStep step) {
    ReferralState to = allowed(ReferralAction.COMPLETE, step);
    if (brought == null) {
      throw new InvalidValue("result", "missing");
    }
    result = brought;
    moveTo(to, ReferralAction.COMPLETE, step.reason(), step.by(), step.submissionKey());
  }

  /** A professional cleared the flag that asked for it. */
  public void flagCleared(Attribution by) {
    follow(ReferralAction.CLEAR, "referral.flagCleared", by);
  }

  /**
   * Somebody else has taken the runner over.
   *
   * @param handOver who
   */
  public void handOver(String handOver, Attribution by) {
    follow(
        ReferralAction.HAND_OVER,
        Words.required("handOver", handOver, ReferralStep.LONGEST_REASON),
        by);
  }

  /**
   * Something else makes it needless (R5.8).
   *
   * @param why key of the web's words
   */
  public void supersede(String why, Attribution by) {
    follow(ReferralAction.SUPERSEDE, why, by);
  }

  /**
   * Its time ran out without an appointment (R5.10).
   *
   * @return what a red one asks again; it is in its place once it is stored
   * @throws DomainRefusal {@code referral.notNow} before its time
   */
  public Optional<Referral> expire(Attribution by) {
    if (isOpen() && (expiresAt == null || by.at().isBefore(expiresAt))) {
      throw notNow();
    }
    follow(ReferralAction.EXPIRE, "referral.expired", by);
    return urgency.keepsGateShut() ? Optional.of(again(by)) : Optional.empty();
  }

  /** Another one stands in its place. */
  public void replacedBy(Referral successor) {
    supersededBy = successor.id();
  }

  /**
   * Records how it gets to the recipient (R5.11).
   *
   * @throws DomainRefusal {@code referral.notNow} unless the step follows from the last
   */
  public void deliver(DeliveryState to, ReferralStep step) {
    if (to == null) {
      throw new InvalidValue("delivery", "missing");
    }
    if (!isOpen() || delivery == null || !delivery.next().contains(to)) {
      throw notNow();
    }
    deliverTo(to, Words.optional("reason", step.reason(), ReferralStep.LONGEST_REASON), step);
  }

  private void deliverTo(DeliveryState to, String why, ReferralStep step) {
    if (to.isTrouble() && why == null) {
      throw new InvalidValue("reason", "missing");
    }
    deliveries.add(new ReferralDelivery(this, deliveries.size() + 1, to, why, step));
    delivery = to;
  }

  private ReferralState allowed(ReferralAction action, ReferralStep step) {
    List<ReferralRule> rules = rules(action);
    if (!action.isByHand() || rules.isEmpty()) {
      throw notNow();
    }
    if (rules.stream().noneMatch(rule -> rule.allows(step.roles()))) {
      throw new DomainRefusal("referral.notYours", "referral " + id() + " " + action);
    }
    if (Words.optional("reason", step.reason(), ReferralStep.LONGEST_REASON) == null
        && action.needsReason()) {
      throw new InvalidValue("reason", "missing");
    }
    return rules.get(0).to();
  }

  private void follow(ReferralAction action, String why, Attribution by) {
    List<ReferralRule> rules = rules(action);
    if (rules.isEmpty()) {
      throw notNow();
    }
    moveTo(rules.get(0).to(), action, why, by, null);
  }

  /** A held one goes on where it was held. */
  private List<ReferralRule> rules(ReferralAction action) {
    return ReferralRules.of(state, action, urgency).stream()
        .filter(rule -> action != ReferralAction.RESUME || rule.to() == heldIn())
        .toList();
  }

  private ReferralState heldIn() {
    return transitions.get(transitions.size() - 1).from();
  }

  private void moveTo(
      ReferralState to, ReferralAction action, String why, Attribution by, UUID key) {
    String words = Words.optional("reason", why, ReferralStep.LONGEST_REASON);
    transitions.add(
        new ReferralTransition(this, transitions.size() + 1, action, to, words, by, key));
    if (closedAt == null && !to.isOpen()) {
      outcome = words;
      closedAt = by.at();
      closedBy = by.actor();
    }
    state = to;
  }

  private DomainRefusal notNow() {
    return new DomainRefusal(
        isOpen() ? "referral.notNow" : "referral.closed", "referral " + id() + " " + state);
  }

  /** What somebody with these roles may do to it now (R5.4). */
  public Set<ReferralAction> stepsFor(Set<Role> roles) {
    return ReferralRules.steps(state, urgency, roles);
  }

  /** What it asks. */
  public ReferralRequest request() {
    return new ReferralRequest(episodeId, screeningId, urgency, target, reason, dueAt);
  }

  /** Whether a rule drafted it and none of these screenings' standing flags asks for it. */
  public boolean isNoLongerAskedFor(List<Screening> screenings) {
    return screeningId != null && screenings.stream().noneMatch(request()::isAskedForBy);
  }

  /** Whether a clinician asks it in their own words. */
  public boolean isAskedByHand() {
    return screeningId == null;
  }

  /** Whether somebody has still to see the runner for it. */
  public boolean isAwaited() {
    return isOpen() && state != ReferralState.IN_PROGRESS;
  }

  /** Whether the runner was seen for it in that minute or later, whenever that was told here. */
  public boolean hasSeenSince(Instant time) {
    return (state == ReferralState.IN_PROGRESS || state == ReferralState.COMPLETED)
        && !seenAt().isBefore(time.truncatedTo(ChronoUnit.MINUTES));
  }

  private Instant seenAt() {
    Instant told =
        transitions.stream()
            .filter(step -> step.to() == ReferralState.IN_PROGRESS)
            .map(ReferralTransition::at)
            .reduce((earlier, later) -> later)
            .orElse(closedAt);
    return appointmentAt != null && appointmentAt.isBefore(told) ? appointmentAt : told;
  }

  /** Whether nobody has given an appointment for it, and nobody is in danger meanwhile. */
  public boolean isRoutineAndUnanswered() {
    return urgency == Urgency.U3_ROUTINE && UNANSWERED.contains(state);
  }

  /** Whether it is open and keeps the gate shut (U0 or U1). */
  public boolean keepsGateShut() {
    return isOpen() && urgency.isAtLeast(Urgency.U1_SAME_DAY);
  }

  public boolean isOpen() {
    return state.isOpen();
  }

  public long episodeId() {
    return episodeId;
  }

  public Urgency urgency() {
    return urgency;
  }

  public ReferralState state() {
    return state;
  }

  /** How it gets to the recipient; null until it is sent. */
  public DeliveryState delivery() {
    return delivery;
  }

  /** What came of it, or null while it is open. */
  public String outcome() {
    return outcome;
  }

  /** What it brought; null unless it is completed. */
  public ReferralResult result() {
    return result;
  }

  /** Id of whom it went to in the directory; null before, and for somebody who is not in it. */
  public Long recipientId() {
    return recipientId;
  }

  /** When it was sent, or null before. */
  public Instant sentAt() {
    return sentAt;
  }

  /** What its sender wrote into the letter. */
  public LetterText letter() {
    return letter == null ? LetterText.none() : letter;
  }

  /** When it expires unless the runner has an appointment; null before it is sent, and for U0. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** When the runner is expected there; null until there is an appointment. */
  public Instant appointmentAt() {
    return appointmentAt;
  }

  /** Id of the one in its place, or null. */
  public Long supersededBy() {
    return supersededBy;
  }

  /** Every step it took, the first one first. */
  public List<ReferralTransition> transitions() {
    return List.copyOf(transitions);
  }

  /** Every step on its way to the recipient, the first one first. */
  public List<ReferralDelivery> deliveries() {
    return List.copyOf(deliveries);
  }
}

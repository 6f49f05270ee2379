package org.pacegate.service.referral;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.plan.Referring;
import org.pacegate.domain.referral.Recipient;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.referral.ReferralRequest;
import org.pacegate.domain.referral.ReferralStep;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.plan.CoursesOfCare;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.DangerClocks;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/**
 * Asking somebody outside and following what becomes of it. Who may take which step is the domain's
 * table; here stands who may come near it at all.
 */
@Stateless
@InClinic
@Command
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class Referrals {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private CoursesOfCare courses;
  @Inject private DangerClocks clocks;
  @Inject private SentForms forms;
  @Inject private LetterWriter letters;

  /** What a step is about. */
  private record Moved(CourseOfCare course, Referral referral) {

    Referring referring() {
      return course.referring();
    }

    /** The one in its place, if any. */
    Optional<Referral> successor() {
      return referring().referrals().stream()
          .filter(each -> each.id().equals(referral.supersededBy()))
          .findFirst();
    }
  }

  /**
   * A clinician asks in their own words; returns the referral's id. A second click with the same
   * key gives the first one's result.
   *
   * @throws DomainRefusal {@code referral.exists} while the same is asked of the same, {@code
   *     submission.keyUsed} for a key that came with other content
   */
  @RolesAllowed({"THERAPIST", "PHYSICIAN"})
  public long draft(@Valid DraftReferral command) {
    CourseOfCare course = courses.forCommand(command.episodeId());
    ReferralRequest asked =
        ReferralRequest.byHand(
            command.episodeId(),
            command.urgency(),
            command.target(),
            command.reason(),
            dueAt(command.urgency()));
    Optional<Referral> before = forms.drafted(command.key(), asked);
    if (before.isPresent()) {
      return before.get().id();
    }
    Referral referral = course.refer(asked, step(command.reason(), command.key()));
    created(course, referral);
    return referral.id();
  }

  private Instant dueAt(Urgency urgency) {
    return urgency == null
        ? null
        : clocks.now().seenBy(urgency, OptionalInt.empty(), clinic.now()).orElse(null);
  }

  /**
   * Somebody takes a step that needs no more than a reason; a second click takes none.
   *
   * @throws DomainRefusal {@code referral.closed}, {@code referral.notNow}, {@code
   *     referral.notYours}, {@code referral.flagStands}; {@code letter missing} for sending, which
   *     has a letter
   * @throws org.pacegate.domain.shared.LostUpdate if the referral changed since it was read
   */
  public void take(@Valid TakeReferralStep command) {
    if (command.action() == ReferralAction.SEND) {
      throw new InvalidValue("letter", "missing");
    }
    Moved moved = read(command.referralId());
    if (forms.isTaken(command.key(), moved.referral(), command.action(), command.reason(), true)) {
      return;
    }
    moved.referral().expectVersion(command.version());
    List<Referral> known = moved.referring().referrals();
    moved
        .referring()
        .take(moved.referral(), command.action(), step(command.reason(), command.key()));
    changed(moved, command.action().name());
    createdBeside(known, moved);
  }

  /**
   * It goes out with its letter, to somebody of the directory or without one (R5.25, R5.61).
   *
   * @throws DomainRefusal as {@link #take}; {@code recipient.retired}, {@code recipient.notFor}
   * @throws NoSuchRecord if the directory has no such entry
   */
  public void send(@Valid SendReferral command) {
    Moved moved = read(command.referralId());
    if (forms.isTaken(
        command.key(),
        moved.referral(),
        ReferralAction.SEND,
        null,
        isSentWith(command, moved.referral()))) {
      return;
    }
    moved.referral().expectVersion(command.version());
    Recipient to = recipient(command);
    Letter letter = letters.write(moved.referral(), moved.course().episode(), to, command.letter());
    moved
        .referring()
        .send(moved.referral(), to, command.letter().text(), step(null, command.key()));
    em.persist(letter.sentWith(moved.referral(), clinic.attribution()));
    changed(
        moved,
        ReferralAction.SEND
            + (command.recipientId() == null ? "" : " to recipient " + command.recipientId()));
  }

  private static boolean isSentWith(SendReferral command, Referral referral) {
    return Objects.equals(command.recipientId(), referral.recipientId())
        && command.letter().text().isSameAs(referral.letter());
  }

  private Recipient recipient(SendReferral command) {
    if (command.recipientId() == null) {
      return null;
    }
    // Whoever retires or amends the entry waits, or has come first and is seen (R5.51).
    Recipient found =
        em.find(Recipient.class, command.recipientId(), LockModeType.PESSIMISTIC_READ);
    if (found == null) {
      throw new NoSuchRecord("Recipient", command.recipientId());
    }
    return found;
  }

  /** What the step had asked again. */
  private void createdBeside(List<Referral> known, Moved moved) {
    moved.referring().referrals().stream()
        .filter(referral -> !known.contains(referral))
        .forEach(again -> created(moved.course(), again));
  }

  /**
   * Somebody else is asked in its place, or the same more urgently (R5.15); returns the id of the
   * one in its place.
   *
   * @throws DomainRefusal {@code referral.exists} while the same is asked there already
   */
  @RolesAllowed({"THERAPIST", "PHYSICIAN"})
  public long redirect(@Valid RedirectReferral command) {
    Moved moved = read(command.referralId());
    ReferralRequest there =
        moved
            .referral()
            .request()
            .redirectedTo(command.target(), command.urgency(), dueAt(command.urgency()));
    Optional<Referral> before = moved.successor();
    if (forms.isTaken(
        command.key(),
        moved.referral(),
        ReferralAction.REDIRECT,
        command.reason(),
        before.filter(asked -> asked.request().isSameAs(there)).isPresent()
            && before.get().urgency() == command.urgency())) {
      return before.get().id();
    }
    moved.referral().expectVersion(command.version());
    Referral successor =
        moved.course().redirect(moved.referral(), there, step(command.reason(), command.key()));
    changed(moved, ReferralAction.REDIRECT.name());
    created(moved.course(), successor);
    return successor.id();
  }

  /** The runner has an appointment. */
  public void schedule(@Valid ScheduleReferral command) {
    Moved moved = read(command.referralId());
    Instant appointment = instant(command.appointment());
    if (forms.isTaken(
        command.key(),
        moved.referral(),
        ReferralAction.SCHEDULE,
        null,
        Objects.equals(appointment, moved.referral().appointmentAt()))) {
      return;
    }
    moved.referral().expectVersion(command.version());
    moved.referring().schedule(moved.referral(), appointment, step(null, command.key()));
    changed(moved, ReferralAction.SCHEDULE.name());
  }

  /** An hour that the clocks leave out becomes the one after it, as they do. */
  private Instant instant(LocalDateTime local) {
    return local == null ? null : local.atZone(clinic.zone()).toInstant();
  }

  /** The answer is here (R5.7). */
  @RolesAllowed({"THERAPIST", "PHYSICIAN"})
  public void complete(@Valid CompleteReferral command) {
    Moved moved = read(command.referralId());
    if (forms.isTaken(
        command.key(),
        moved.referral(),
        ReferralAction.COMPLETE,
        command.words(),
        command.result() == moved.referral().result())) {
      return;
    }
    moved.referral().expectVersion(command.version());
    List<Referral> known = moved.referring().referrals();
    moved
        .referring()
        .complete(moved.referral(), command.result(), step(command.words(), command.key()));
    changed(moved, ReferralAction.COMPLETE + " " + command.result());
    createdBeside(known, moved);
  }

  /** How it gets to the recipient (R5.11). */
  public void deliver(@Valid RecordDelivery command) {
    Moved moved = read(command.referralId());
    if (forms.isDelivered(command.key(), moved.referral(), command.to(), command.reason())) {
      return;
    }
    moved.referral().expectVersion(command.version());
    moved.referral().deliver(command.to(), step(command.reason(), command.key()));
    changed(moved, "delivery " + command.to());
  }

  private Moved read(long referralId) {
    long episode =
        em
            .createQuery("select r.episodeId from Referral r where r.id = :id", Long.class)
            .setParameter("id", referralId)
            .getResultList()
            .stream()
            .findFirst()
            .orElseThrow(() -> new NoSuchRecord("Referral", referralId));
    CourseOfCare course = courses.forCommand(episode);
    return course.referring().referrals().stream()
        .filter(referral -> referral.id() == referralId)
        .findFirst()
        .map(referral -> new Moved(course, referral))
        .orElseThrow(() -> new NoSuchRecord("Referral", referralId));
  }

  private ReferralStep step(String reason, UUID key) {
    return new ReferralStep(reason, clinic.acting().roles(), clinic.attribution(), key);
  }

  private void created(CourseOfCare course, Referral referral) {
    audit.record(
        AuditAction.CREATE,
        "ServiceRequest",
        referral.id(),
        course.episode().patientId(),
        referral.urgency() + " " + referral.request().target());
  }

  private void changed(Moved moved, String what) {
    audit.record(
        AuditAction.CHANGE,
        "ServiceRequest",
        moved.referral().id(),
        moved.course().episode().patientId(),
        what);
  }
}

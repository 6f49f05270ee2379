package org.pacegate.service.referral;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.plan.Referring;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.referral.ReferralDelivery;
import org.pacegate.domain.referral.ReferralRequest;
import org.pacegate.domain.referral.ReferralStep;
import org.pacegate.domain.referral.ReferralTransition;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.plan.CoursesOfCare;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Settings;

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
  @Inject private Settings settings;

  /** What a step is about. */
  private record Moved(CourseOfCare course, Referral referral) {

    Referring referring() {
      return course.referring();
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
            dueAt(command));
    List<ReferralTransition> before = steps(command.key());
    if (!before.isEmpty()) {
      return again(before.get(0), ReferralAction.DRAFT, asked);
    }
    Referral referral = course.referring().ask(asked, step(command.reason(), command.key()));
    audit.record(
        AuditAction.CREATE,
        "ServiceRequest",
        referral.id(),
        course.episode().patientId(),
        command.urgency() + " " + command.target());
    return referral.id();
  }

  private Instant dueAt(DraftReferral command) {
    return command.urgency() == null
        ? null
        : settings
            .dangerClock(clinic.zone())
            .seenBy(command.urgency(), OptionalInt.empty(), clinic.now())
            .orElse(null);
  }

  private static long again(
      ReferralTransition before, ReferralAction action, ReferralRequest asked) {
    if (before.action() != action || !before.referral().request().isSameAs(asked)) {
      throw new DomainRefusal("submission.keyUsed", "referral " + before.referral().id());
    }
    return before.referral().id();
  }

  /**
   * Somebody takes a step that needs no more than a reason; a second click takes none.
   *
   * @throws DomainRefusal {@code referral.closed}, {@code referral.notNow}, {@code
   *     referral.notYours}, {@code referral.flagStands}
   * @throws org.pacegate.domain.shared.LostUpdate if the referral changed since it was read
   */
  public void take(@Valid TakeReferralStep command) {
    Moved moved = read(command.referralId());
    if (isTaken(command.key(), moved, command.action())) {
      return;
    }
    moved.referral().expectVersion(command.version());
    moved
        .referring()
        .take(moved.referral(), command.action(), step(command.reason(), command.key()));
    changed(moved, command.action().name());
  }

  /** The runner has an appointment. */
  public void schedule(@Valid ScheduleReferral command) {
    Moved moved = read(command.referralId());
    if (isTaken(command.key(), moved, ReferralAction.SCHEDULE)) {
      return;
    }
    moved.referral().expectVersion(command.version());
    moved
        .referring()
        .schedule(moved.referral(), instant(command.appointment()), step(null, command.key()));
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
    if (isTaken(command.key(), moved, ReferralAction.COMPLETE)) {
      return;
    }
    moved.referral().expectVersion(command.version());
    moved
        .referring()
        .complete(moved.referral(), command.result(), step(command.words(), command.key()));
    changed(moved, ReferralAction.COMPLETE + " " + command.result());
  }

  /** How it gets to the recipient (R5.11). */
  public void deliver(@Valid RecordDelivery command) {
    Moved moved = read(command.referralId());
    List<ReferralDelivery> before =
        em.createQuery(
                "select d from ReferralDelivery d where d.submissionKey = :key",
                ReferralDelivery.class)
            .setParameter("key", command.key())
            .getResultList();
    if (!before.isEmpty()) {
      expectSame(
          before.get(0).referral() == moved.referral() && before.get(0).to() == command.to(),
          moved);
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

  private List<ReferralTransition> steps(UUID key) {
    return em.createQuery(
            "select t from ReferralTransition t where t.submissionKey = :key",
            ReferralTransition.class)
        .setParameter("key", key)
        .getResultList();
  }

  /** A key names one form as it was sent: with another step it is another form. */
  private boolean isTaken(UUID key, Moved moved, ReferralAction action) {
    List<ReferralTransition> before = steps(key);
    before.forEach(
        step -> expectSame(step.referral() == moved.referral() && step.action() == action, moved));
    return !before.isEmpty();
  }

  private static void expectSame(boolean same, Moved moved) {
    if (!same) {
      throw new DomainRefusal("submission.keyUsed", "referral " + moved.referral().id());
    }
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

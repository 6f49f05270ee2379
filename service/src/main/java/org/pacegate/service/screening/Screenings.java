package org.pacegate.service.screening;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.shared.Words;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.OwnLicence;
import org.pacegate.service.clinic.PasswordCheck;
import org.pacegate.service.plan.CoursesOfCare;
import org.pacegate.service.plan.ReferralChanges;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** The result of a screening: read, taken over by a named person, its flags decided. */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class Screenings {

  private static final int MAX_REASON = 4_000;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private CoursesOfCare courses;
  @Inject private OwnLicence licence;
  @Inject private PasswordCheck passwords;
  @Inject private ScreeningReading reading;

  /** A screening with every fired rule. */
  public ScreeningView view(long screeningId) {
    ScreeningView view = reading.one(screeningId);
    audit.record(AuditAction.READ, "Screening", screeningId, view.patientId(), null);
    return view;
  }

  /** The caller takes the result over. */
  @Command
  public void acknowledge(long screeningId) {
    CourseOfCare course = courses.forCommand(episodeOf(screeningId));
    of(course, screeningId).acknowledge(clinic.attribution());
    audit.record(
        AuditAction.CHANGE, "Screening", screeningId, course.episode().patientId(), "acknowledged");
  }

  /** Asked for by its number alone: the screening is read when its patient is locked. */
  private long episodeOf(long screeningId) {
    return em
        .createQuery("select s.episodeId from Screening s where s.id = :id", Long.class)
        .setParameter("id", screeningId)
        .getResultList()
        .stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchRecord("Screening", screeningId));
  }

  private static Screening of(CourseOfCare course, long screeningId) {
    return course.screenings().stream()
        .filter(screening -> screening.id() == screeningId)
        .findFirst()
        .orElseThrow(() -> new NoSuchRecord("Screening", screeningId));
  }

  /**
   * A physician clears or confirms a flag, with a reason. It is signed in their name like a
   * diagnosis, so the password is asked again (R1.60).
   */
  @Command
  @RolesAllowed("PHYSICIAN")
  public void decideFlag(@Valid DecideFlag command) {
    CourseOfCare course = courses.forCommand(episodeOf(command.screeningId()));
    Screening screening = of(course, command.screeningId());
    // What lacks its reason is not worth a password yet.
    Words.required("reason", command.reason(), MAX_REASON);
    passwords.confirm(command.password());
    ReferralChanges referrals = ReferralChanges.of(course);
    course.decideFlag(
        screening,
        command.ruleId(),
        command.decision(),
        command.reason(),
        licence.today().orElse(null),
        clinic.attribution());
    audit.record(
        AuditAction.SIGN,
        "Screening",
        command.screeningId(),
        course.episode().patientId(),
        command.ruleId() + " " + command.decision());
    referrals.record(audit);
  }
}

package org.pacegate.service.screening;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.screening.Screening;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.OwnLicence;
import org.pacegate.service.plan.CoursesOfCare;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** The result of a screening: read, taken over by a named person, its flags decided. */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class Screenings {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private CoursesOfCare courses;
  @Inject private OwnLicence licence;
  @Inject private ScreeningReading reading;

  /** A screening with every fired rule. */
  public ScreeningView view(long screeningId) {
    ScreeningView view = reading.one(screeningId);
    audit.record(AuditAction.READ, "Screening", screeningId, view.patientId(), null);
    return view;
  }

  /** The caller takes the result over. */
  public void acknowledge(long screeningId) {
    Screening screening = em.find(Screening.class, screeningId, LockModeType.PESSIMISTIC_WRITE);
    if (screening == null) {
      throw new NoSuchRecord("Screening", screeningId);
    }
    screening.acknowledge(clinic.attribution());
    audit.record(
        AuditAction.CHANGE,
        "Screening",
        screeningId,
        courses.of(screening.episodeId()).episode().patientId(),
        "acknowledged");
  }

  /** A physician clears or confirms a flag, with a reason. */
  @RolesAllowed("PHYSICIAN")
  public void decideFlag(@Valid DecideFlag command) {
    Screening found = em.find(Screening.class, command.screeningId());
    if (found == null) {
      throw new NoSuchRecord("Screening", command.screeningId());
    }
    CourseOfCare course = courses.forCommand(found.episodeId());
    course.decideFlag(
        found,
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
  }
}

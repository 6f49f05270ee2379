package org.pacegate.service.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.RunningProfile;
import org.pacegate.domain.intake.Consent;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.intake.Checked.Arrival;
import org.pacegate.service.intake.Checked.Recordable;
import org.pacegate.service.intake.Checked.Wanting;
import org.pacegate.service.intake.Submission.Incomplete;
import org.pacegate.service.intake.Submission.Submitted;
import org.pacegate.service.plan.CoursesOfCare;
import org.pacegate.service.plan.ReferralChanges;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.DangerClocks;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Settings;

/**
 * Turns a finished draft into a patient, an episode, a screening, a running profile and a consent.
 */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class IntakeSubmission {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private IntakeCheck check;
  @Inject private CoursesOfCare courses;
  @Inject private Settings settings;
  @Inject private DangerClocks clocks;
  @Inject private KeptResponses responses;
  @Inject private IntakeEntries entries;
  @Inject private ToldContact contact;

  /** Submits an intake once; a second submission gives the result of the first. */
  @Command
  public Submission submit(@Valid SubmitIntake command) {
    Intake intake = em.find(Intake.class, command.intakeId(), LockModeType.PESSIMISTIC_WRITE);
    if (intake == null) {
      throw new NoSuchRecord("Intake", command.intakeId());
    }
    if (intake.state() == IntakeState.SUBMITTED) {
      return before(intake);
    }
    Checked checked =
        command.emergency() ? check.atOnce(intake, command.language()) : check.whole(intake);
    if (checked instanceof Wanting wanting) {
      return new Incomplete(wanting.problems());
    }
    return recorded(intake, (Recordable) checked, command);
  }

  private Submitted before(Intake intake) {
    long screening =
        em.createQuery("select s.id from Screening s where s.intakeId = :intake", Long.class)
            .setParameter("intake", intake.id())
            .getSingleResult();
    return new Submitted(
        intake.patientId().orElseThrow(), intake.episodeId().orElseThrow(), screening);
  }

  /** Everything that would keep the intake from being submitted now. */
  public List<FieldProblem> problems(long intakeId) {
    Intake intake = em.find(Intake.class, intakeId);
    if (intake == null) {
      throw new NoSuchRecord("Intake", intakeId);
    }
    audit.record(AuditAction.READ, "Intake", intakeId, intake.patientId().orElse(null), "checked");
    return check.whole(intake) instanceof Wanting wanting ? wanting.problems() : List.of();
  }

  private Submitted recorded(Intake intake, Recordable recordable, SubmitIntake command) {
    List<AskedPart> asked = responses.asked(intake);
    CourseOfCare course =
        recordable.arrival().map(arrival -> begun(intake, arrival)).orElseGet(() -> again(intake));
    Screening screening = screen(course, intake, recordable.evaluation());
    Episode episode = course.episode();
    Optional<Consent> consent =
        recordable
            .arrival()
            .flatMap(arrival -> keep(arrival, intake, episode, recordable.stopped()));
    intake.submit(episode.patientId(), episode.id(), consent, command.key(), clinic.attribution());
    responses.keep(intake, asked, consent, command, recordable.stopped());
    audit.record(
        AuditAction.CHANGE,
        "Intake",
        intake.id(),
        episode.patientId(),
        (recordable.stopped() ? "stopped, episode " : "submitted, episode ") + episode.id());
    return new Submitted(episode.patientId(), episode.id(), screening.id());
  }

  /** Of the episode that is screened again; where it is over, a danger begins another one. */
  private CourseOfCare again(Intake intake) {
    CourseOfCare course = courses.forCommand(intake.episodeId().orElseThrow());
    Episode known = course.episode();
    if (!known.state().isOver()) {
      return course;
    }
    intake.outlivesItsEpisode();
    return courses.begin(
        new Episode(known.patientId(), known.injury().again(), clinic.attribution()));
  }

  private CourseOfCare begun(Intake intake, Arrival arrival) {
    intake.patientId().ifPresent(known -> contact.takeOver(intake, known));
    long patient = intake.patientId().orElseGet(() -> registered(intake, arrival.person()));
    return courses.begin(new Episode(patient, arrival.injury(), clinic.attribution()));
  }

  private long registered(Intake intake, Person person) {
    String number = "PG-" + intake.id();
    Patient patient =
        person.isIdentified()
            ? new Patient(number, person, clinic.attribution())
            : Patient.inEmergency(number, person, clinic.attribution());
    em.persist(patient);
    audit.record(AuditAction.CREATE, "Patient", patient.id(), patient.id(), "registered");
    return patient.id();
  }

  private Optional<Consent> keep(Arrival arrival, Intake intake, Episode episode, boolean stopped) {
    arrival
        .habits()
        .ifPresent(
            habits ->
                em.persist(
                    new RunningProfile(episode.id(), intake.id(), habits, clinic.attribution())));
    Optional<Consent> consent =
        arrival
            .consent()
            .map(
                signed ->
                    signed.givenBy(
                        episode.patientId(), intake.id(), signedAt(intake), whenGiven(intake)));
    consent.ifPresent(em::persist);
    if ((stopped && consent.isEmpty()) || !arrival.person().isIdentified()) {
      intake.leaveToComplete();
    }
    return consent;
  }

  /** A draft that is finished at the desk may have been signed by the runner, at another door. */
  private Door signedAt(Intake intake) {
    return entries.of(intake.id()).signature().map(EntrySource::door).orElseGet(intake::door);
  }

  /** Recorded by whoever takes it into the record; given when the runner sent it. */
  private Attribution whenGiven(Intake intake) {
    return intake
        .receipt()
        .map(sent -> Attribution.of(clinic.attribution().by(), sent.at(), clinic.zone()))
        .orElseGet(clinic::attribution);
  }

  private Screening screen(CourseOfCare course, Intake intake, Evaluation evaluation) {
    ReferralChanges referrals = ReferralChanges.of(course);
    Screening screening =
        course.screen(
            intake.id(),
            evaluation,
            settings.screeningValidDays(),
            clocks.now().runningUntil(intake.actBy()),
            clinic.attribution());
    audit.record(
        AuditAction.CREATE,
        "Screening",
        screening.id(),
        course.episode().patientId(),
        screening.status().name());
    referrals.record(audit);
    return screening;
  }
}

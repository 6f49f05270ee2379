package org.pacegate.service.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.injury.RunningHabits;
import org.pacegate.domain.injury.RunningProfile;
import org.pacegate.domain.intake.Consent;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.intake.Submission.Incomplete;
import org.pacegate.service.intake.Submission.Submitted;
import org.pacegate.service.plan.CoursesOfCare;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
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
  @Inject private IntakeReading reading;
  @Inject private CoursesOfCare courses;
  @Inject private ConsentTexts consents;
  @Inject private Settings settings;

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
    IntakeForm form = reading.form(intake);
    return intake.isRescreen()
        ? rescreened(intake, form, command)
        : submitted(intake, form, command);
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
    IntakeForm form = reading.form(intake);
    if (!intake.isRescreen()) {
      injury(form, person(form, known(intake)));
      form.habits();
    }
    check(intake, form, reading.answers(intake, form), false);
    return form.problems();
  }

  private Optional<Patient> known(Intake intake) {
    return intake.patientId().map(id -> em.find(Patient.class, id));
  }

  private Optional<Person> person(IntakeForm form, Optional<Patient> known) {
    return known.map(Patient::person).or(() -> form.person(clinic.today()));
  }

  private Optional<Injury> injury(IntakeForm form, Optional<Person> person) {
    return form.injury(clinic.today(), person.map(Person::birthDate).orElse(LocalDate.MIN));
  }

  private Submission submitted(Intake intake, IntakeForm form, SubmitIntake command) {
    Optional<Patient> known = known(intake);
    Optional<Person> person = person(form, known);
    Optional<Injury> injury = injury(form, person);
    Optional<RunningHabits> habits = form.habits();
    Answers answers = reading.answers(intake, form);
    boolean stop = check(intake, form, answers, command.emergency());
    if (!form.problems().isEmpty() || person.isEmpty() || injury.isEmpty()) {
      return new Incomplete(form.problems());
    }
    Patient patient = known.orElseGet(() -> register(intake, person.get()));
    CourseOfCare course =
        courses.begin(new Episode(patient.id(), injury.get(), clinic.attribution()));
    Screening screening = screen(course, intake, answers);
    long episode = course.episode().id();
    em.persist(
        new RunningProfile(episode, intake.id(), habits.orElseThrow(), clinic.attribution()));
    if (!stop || form.consentGiven()) {
      consent(intake, patient, command);
    }
    return done(intake, patient.id(), episode, screening, command);
  }

  private Submission rescreened(Intake intake, IntakeForm form, SubmitIntake command) {
    Answers answers = reading.answers(intake, form);
    check(intake, form, answers, command.emergency());
    if (!form.problems().isEmpty()) {
      return new Incomplete(form.problems());
    }
    CourseOfCare course = courses.forCommand(intake.episodeId().orElseThrow());
    Screening screening = screen(course, intake, answers);
    return done(intake, course.episode().patientId(), course.episode().id(), screening, command);
  }

  /** Notes what is missing; true if an emergency lets it be missing. */
  private boolean check(Intake intake, IntakeForm form, Answers answers, boolean emergency) {
    RuleSet rules = reading.rules(intake);
    rules
        .problems(answers)
        .forEach(
            problem ->
                form.problem(
                    IntakeStep.SCREENING, "answer." + problem.linkId(), problem.reason().name()));
    Optional<Urgency> worst = rules.soFar(answers).maxUrgency();
    boolean stop = emergency && worst.filter(Urgency.U0_EMERGENCY_NOW::equals).isPresent();
    if (!stop) {
      rules.enabledQuestions(answers).forEach(form::expectReadable);
      rules.openQuestions(answers).forEach(form::expectAnswered);
      if (!intake.isRescreen() && !form.consentGiven()) {
        form.problem(IntakeStep.CONSENT, "consent.given", "missing");
      }
    }
    return stop;
  }

  private Patient register(Intake intake, Person person) {
    Patient patient = new Patient("PG-" + intake.id(), person, clinic.attribution());
    em.persist(patient);
    audit.record(AuditAction.CREATE, "Patient", patient.id(), patient.id(), "registered");
    return patient;
  }

  private Screening screen(CourseOfCare course, Intake intake, Answers answers) {
    Evaluation evaluation = reading.rules(intake).screen(answers);
    Screening screening =
        course.screen(
            intake.id(),
            evaluation,
            settings.screeningValidDays(),
            clinic.acting().zone(),
            clinic.attribution());
    audit.record(
        AuditAction.CREATE,
        "Screening",
        screening.id(),
        course.episode().patientId(),
        screening.status().name());
    return screening;
  }

  private void consent(Intake intake, Patient patient, SubmitIntake command) {
    ConsentText text = consents.current(command.consentLanguage());
    em.persist(
        new Consent(
            patient.id(),
            intake.id(),
            text.version(),
            text.language(),
            text.hash(),
            clinic.attribution()));
  }

  private Submitted done(
      Intake intake, long patient, long episode, Screening screening, SubmitIntake command) {
    intake.submit(patient, episode, command.key(), clinic.attribution());
    audit.record(
        AuditAction.CHANGE, "Intake", intake.id(), patient, "submitted, episode " + episode);
    return new Submitted(patient, episode, screening.id());
  }
}

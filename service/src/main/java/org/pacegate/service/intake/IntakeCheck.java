package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.injury.RunningHabits;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.intake.Checked.Arrival;
import org.pacegate.service.intake.Checked.Recordable;
import org.pacegate.service.intake.Checked.Wanting;
import org.pacegate.service.screening.EarlierAnswers;
import org.pacegate.service.shared.ClinicContext;

/** Holds an intake against what a record needs: all of it, or what an emergency leaves time for. */
@ApplicationScoped
class IntakeCheck {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private IntakeReading reading;
  @Inject private ConsentTexts consents;

  /** Everything has to be there (R4.7). */
  Checked whole(Intake intake) {
    Entries entries = reading.entries(intake);
    Optional<Arrival> arrival = intake.isRescreen() ? Optional.empty() : arrival(intake, entries);
    RuleSet rules = reading.rules(intake);
    Answers answers = reading.answers(intake, entries);
    new AnswerEntries(entries, rules).check(answers);
    new OwnEntries(entries, reading.forms(intake).own()).check(reading.region(intake, entries));
    if (clinic.door().isEmpty()) {
      reading.contradictions(intake).forEach(each -> differs(entries, each.field()));
    }
    EarlierAnswers earlier = reading.earlier(intake, entries, answers);
    return entries.problems().isEmpty()
        ? new Recordable(
            arrival,
            earlier.keptIn(rules.screen(answers)).withDangers(reading.saidAtDoors(intake)),
            false)
        : new Wanting(entries.problems());
  }

  /** What keeps it from being recorded, or by a runner from being sent. */
  List<FieldProblem> problems(Intake intake) {
    return whole(intake) instanceof Wanting wanting ? wanting.problems() : List.of();
  }

  /** Somebody at the desk chooses first (R4.103). */
  private static void differs(Entries entries, String field) {
    entries.problem(IntakeStep.of(field), field, "contradiction");
  }

  private Optional<Arrival> arrival(Intake intake, Entries entries) {
    Optional<Person> known = known(intake).map(Patient::person);
    known.ifPresent(any -> new PersonEntries(entries, clinic.today()).contact());
    Optional<Person> person = known.or(() -> new PersonEntries(entries, clinic.today()).person());
    LocalDate born = person.map(Person::birthDate).orElse(null);
    Optional<Injury> injury = new ComplaintEntries(entries, clinic.today()).injury(born);
    Optional<RunningHabits> habits = new RunningEntries(entries).habits();
    Optional<SignedText> consent =
        consent(
            intake,
            entries,
            person
                .map(Person::language)
                .or(() -> new PersonEntries(entries, clinic.today()).language()),
            born);
    return person.isPresent() && injury.isPresent()
        ? Optional.of(new Arrival(person.get(), injury.get(), habits, consent))
        : Optional.empty();
  }

  /**
   * An answer says that somebody acts today or at once: nothing that is missing or cannot be read
   * holds that up (R4.8). Without such an answer everything has to be there.
   *
   * @param language of somebody whose language is not known
   */
  Checked atOnce(Intake intake, Language language) {
    boolean danger =
        reading
            .atOnce(intake, RuleSet::soFar)
            .maxUrgency()
            .filter(u -> u.isAtLeast(Urgency.U1_SAME_DAY))
            .isPresent();
    if (!danger) {
      return whole(intake);
    }
    Optional<Arrival> arrival =
        intake.isRescreen()
            ? Optional.empty()
            : Optional.of(asFarAsKnown(intake, reading.entries(intake), language));
    return new Recordable(arrival, reading.atOnce(intake, RuleSet::stopped), true);
  }

  private Arrival asFarAsKnown(Intake intake, Entries entries, Language language) {
    Person person =
        known(intake)
            .map(Patient::person)
            .orElseGet(() -> new PersonEntries(entries, clinic.today()).asFarAsKnown(language));
    Injury injury = new ComplaintEntries(entries, clinic.today()).asFarAsKnown(person.birthDate());
    return new Arrival(
        person,
        injury,
        new RunningEntries(entries).habits(),
        consent(intake, entries, Optional.of(person.language()), person.birthDate()));
  }

  /**
   * What was agreed to and signed, if it is the text that holds now in the runner's language
   * (R4.4). At their own door runners agree in the language that they read, and what they sent
   * stays what they agreed to.
   */
  private Optional<SignedText> consent(
      Intake intake, Entries entries, Optional<Language> language, LocalDate born) {
    ConsentEntries consent = new ConsentEntries(entries, clinic.today());
    if (intake.state() == IntakeState.RECEIVED) {
      return consent.toNamed(consents::named, born);
    }
    return clinic.door().isPresent()
        ? consent.toNamed(consents::currentNamed, born)
        : consent.to(language.map(consents::current), born);
  }

  private Optional<Patient> known(Intake intake) {
    return intake.patientId().map(id -> em.find(Patient.class, id));
  }
}

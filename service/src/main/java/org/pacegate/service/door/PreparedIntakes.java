package org.pacegate.service.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.patient.Sex;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.intake.EntryChange;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.intake.SaveIntake;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/** Intakes that staff prepare for a door of the runner's own: name and birth date are known. */
@ApplicationScoped
class PreparedIntakes {

  private static final String WHO =
      """
      select coalesce(p.family_name, f.value), coalesce(p.given_name, g.value),
             coalesce(to_char(p.birth_date, 'YYYY-MM-DD'), b.value)
        from intake i
        left join patient p on p.clinic_id = i.clinic_id and p.id = i.patient_id
        left join intake_entry f on f.clinic_id = i.clinic_id and f.intake_id = i.id
             and f.field = 'person.familyName'
        left join intake_entry g on g.clinic_id = i.clinic_id and g.intake_id = i.id
             and g.field = 'person.givenName'
        left join intake_entry b on b.clinic_id = i.clinic_id and b.intake_id = i.id
             and b.field = 'person.birthDate'
       where i.id = ?1""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private Intakes intakes;

  /** Who an intake is about. */
  record Who(String familyName, String givenName, String birthDate) {}

  /**
   * Begins one for somebody new; returns its id.
   *
   * @throws InvalidValue for a name or birth date that is missing or cannot be
   */
  long begin(String familyName, String givenName, String birthDate, Language language, UUID page) {
    Person person =
        new Person(familyName, givenName, date(birthDate), Sex.UNKNOWN, null, null, language);
    person.expectPlausibleOn(clinic.today());
    long intake = intakes.start();
    intakes.save(
        new SaveIntake(
            intake,
            IntakeStep.PERSON,
            page,
            Map.of(
                "person.familyName", EntryChange.first(person.familyName()),
                "person.givenName", EntryChange.first(person.givenName()),
                "person.birthDate", EntryChange.first(person.birthDate().toString()))));
    return intake;
  }

  /** Begins one of a new complaint of a known patient; returns its id. */
  long beginFor(long patientId) {
    return intakes.startFor(patientId);
  }

  /** Refuses a patient whom the clinic does not have. */
  void expectPatient(long patientId) {
    if (em.find(Patient.class, patientId) == null) {
      throw new NoSuchRecord("Patient", patientId);
    }
  }

  /**
   * An unfinished intake, locked.
   *
   * @throws DomainRefusal {@code intake.notDraft} for another one, {@code episode.over} for a
   *     second screening when care has ended
   */
  Intake draft(long intakeId) {
    Intake intake = expect(intakeId, LockModeType.PESSIMISTIC_WRITE);
    if (intake.state() != IntakeState.DRAFT) {
      throw new DomainRefusal("intake.notDraft", "intake " + intakeId + " " + intake.state());
    }
    intake.episodeId().map(id -> em.find(Episode.class, id)).ifPresent(Episode::expectOpen);
    return intake;
  }

  Intake expect(long intakeId, LockModeType lock) {
    Intake intake = em.find(Intake.class, intakeId, lock);
    if (intake == null) {
      throw new NoSuchRecord("Intake", intakeId);
    }
    return intake;
  }

  /**
   * Who it is.
   *
   * @throws DomainRefusal {@code link.nameless} while name or birth date are not known
   */
  Who who(long intakeId) {
    Who who =
        Row.list(
                em.createNativeQuery(WHO).setParameter(1, intakeId),
                row -> new Who(row.text(0), row.text(1), row.text(2)))
            .get(0);
    if (isBlank(who.familyName()) || isBlank(who.givenName()) || !isDate(who.birthDate())) {
      throw new DomainRefusal("link.nameless", "intake " + intakeId);
    }
    return who;
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static boolean isDate(String text) {
    try {
      return text != null && LocalDate.parse(text) != null;
    } catch (DateTimeParseException none) {
      return false;
    }
  }

  private static LocalDate date(String text) {
    if (!isDate(text)) {
      throw new InvalidValue("birthDate", isBlank(text) ? "missing" : "noDate");
    }
    return LocalDate.parse(text);
  }
}

package org.pacegate.service.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/** What an emergency left no time for: the consent, and who it is (R4.19). */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class EmergencyRecords {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private ConsentTexts consents;

  /** The record, and what it lacks. */
  public RecordToComplete open(long intakeId) {
    Intake intake = expect(intakeId, LockModeType.NONE);
    Patient patient = patient(intake, LockModeType.NONE);
    audit.record(AuditAction.READ, "Patient", patient.id(), patient.id(), "to complete");
    Person person = patient.person();
    return new RecordToComplete(
        intakeId,
        patient.id(),
        person,
        person.isIdentified(),
        consentGiven(intakeId),
        consents.current(person.language()));
  }

  /** Intakes of a patient that still lack something, the newest first. */
  public List<Long> ofPatient(long patientId) {
    audit.record(AuditAction.READ, "Patient", patientId, patientId, "to complete");
    return Row.list(
        em.createNativeQuery(
                "select intake_id from incomplete_record where patient_id = ?1"
                    + " order by since desc, intake_id desc")
            .setParameter(1, patientId),
        row -> row.id(0));
  }

  /** Somebody says who it is; what is wrong with it is returned by field, and nothing is kept. */
  public List<FieldProblem> identify(@Valid IdentifyPatient command) {
    Intake intake = expect(command.intakeId(), LockModeType.PESSIMISTIC_WRITE);
    Patient patient = patient(intake, LockModeType.PESSIMISTIC_WRITE);
    Entries entries = new Entries(command.typed());
    Optional<Person> person = new PersonEntries(entries, clinic.today()).person();
    if (person.isPresent()) {
      em.persist(patient.identify(person.get(), clinic.attribution()));
      audit.record(AuditAction.CHANGE, "Patient", patient.id(), patient.id(), "identified");
    }
    return entries.problems();
  }

  /**
   * Somebody agrees to the text that was shown and signs it; what is wrong with the signature is
   * returned by field, and nothing is kept.
   *
   * @throws DomainRefusal {@code consent.recorded} if there is one, {@code consent.changed} if the
   *     text is not the one that holds now in the person's language
   */
  public List<FieldProblem> consent(@Valid RecordConsent command) {
    Intake intake = expect(command.intakeId(), LockModeType.PESSIMISTIC_WRITE);
    Patient patient = patient(intake, LockModeType.NONE);
    if (consentGiven(intake.id())) {
      throw new DomainRefusal("consent.recorded", "intake " + intake.id());
    }
    ConsentText current = consents.current(patient.language());
    if (!current.id().equals(command.text())) {
      throw new DomainRefusal("consent.changed", "intake " + intake.id());
    }
    Entries entries = signed(command);
    Optional<SignedText> given =
        new ConsentEntries(entries, clinic.today()).to(Optional.of(current), patient.birthDate());
    if (given.isPresent()) {
      em.persist(given.get().givenBy(patient.id(), intake.id(), Door.DESK, clinic.attribution()));
      audit.record(AuditAction.CREATE, "Consent", intake.id(), patient.id(), "after an emergency");
    }
    return entries.problems();
  }

  /** The signature was put under the text that the page showed. */
  private static Entries signed(RecordConsent command) {
    Map<String, String> entries = new HashMap<>(command.typed());
    entries.put(ConsentEntries.GIVEN, command.text());
    entries.put(ConsentEntries.SIGNED, command.text());
    return new Entries(entries);
  }

  private Intake expect(long intakeId, LockModeType lock) {
    Intake intake = em.find(Intake.class, intakeId, lock);
    if (intake == null) {
      throw new NoSuchRecord("Intake", intakeId);
    }
    intake.expectToComplete();
    return intake;
  }

  private Patient patient(Intake intake, LockModeType lock) {
    return em.find(Patient.class, intake.patientId().orElseThrow(), lock);
  }

  private boolean consentGiven(long intakeId) {
    return !em.createQuery("select c.id from Consent c where c.intakeId = :intake", Long.class)
        .setParameter("intake", intakeId)
        .getResultList()
        .isEmpty();
  }
}

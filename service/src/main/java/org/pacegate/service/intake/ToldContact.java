package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;

/** What a known runner told about how to reach them becomes the record's (R4.114). */
@ApplicationScoped
class ToldContact {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private IntakeReading reading;
  @Inject private IntakeEntries entries;

  /** Takes over what can be of it; what was not told, or told before the record's, stays. */
  void takeOver(Intake intake, long patientId) {
    Patient patient = em.find(Patient.class, patientId, LockModeType.PESSIMISTIC_WRITE);
    Entries told = reading.entries(intake);
    new PersonEntries(told, clinic.today()).contact();
    EntryBook book = entries.of(intake.id());
    Instant since = since(patientId);
    Person known = patient.person();
    Person reached =
        known.tellingOf(
            newer(told, book, "person.phone", since), newer(told, book, "person.email", since));
    if (!reached.hasContactOf(known)) {
      em.persist(
          patient.reachAt(
              reached.phone(), reached.email(), Optional.of(intake.id()), clinic.attribution()));
      audit.record(
          AuditAction.CHANGE, "Patient", patientId, patientId, "contact of intake " + intake.id());
    }
  }

  private static String newer(Entries told, EntryBook book, String field, Instant since) {
    EntrySource source = book.sources().get(field);
    return source != null && source.at().isAfter(since) ? told.fine(field) : null;
  }

  /** Since when the contact on record stands, as far as that is known. */
  private Instant since(long patientId) {
    return em.createQuery(
            "select c.endedAt from PreviousContact c where c.patientId = :patient"
                + " order by c.endedAt desc, c.id desc",
            Instant.class)
        .setParameter("patient", patientId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(Instant.EPOCH);
  }
}

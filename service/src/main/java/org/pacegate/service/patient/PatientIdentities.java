package org.pacegate.service.patient;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.patient.Patient;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** Changing the name that a patient is known under, and how they are reached. */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class PatientIdentities {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;

  /**
   * Records another name; the one before stays findable.
   *
   * @throws org.pacegate.domain.shared.LostUpdate if the record changed since it was read
   */
  @Command
  public void rename(@Valid RenamePatient command) {
    Patient patient = seen(command.patientId(), command.version());
    patient.rename(command.familyName(), command.givenName(), command.why(), clinic.attribution());
    audit.record(
        AuditAction.CHANGE, "Patient", patient.id(), patient.id(), "name " + command.why());
  }

  /**
   * Records another phone or e-mail; what stood before stays on record (R2.62).
   *
   * @throws org.pacegate.domain.shared.LostUpdate if the record changed since it was read
   */
  @Command
  public void reach(@Valid ReachPatient command) {
    Patient patient = seen(command.patientId(), command.version());
    em.persist(
        patient.reachAt(command.phone(), command.email(), Optional.empty(), clinic.attribution()));
    audit.record(AuditAction.CHANGE, "Patient", patient.id(), patient.id(), "contact");
  }

  private Patient seen(long patientId, long version) {
    Patient patient = em.find(Patient.class, patientId, LockModeType.PESSIMISTIC_WRITE);
    if (patient == null) {
      throw new NoSuchRecord("Patient", patientId);
    }
    patient.expectStanding();
    patient.expectVersion(version);
    return patient;
  }
}

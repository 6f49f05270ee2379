package org.pacegate.service.patient;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.patient.Patient;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** Changing the name that a patient is known under. */
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
    Patient patient = em.find(Patient.class, command.patientId(), LockModeType.PESSIMISTIC_WRITE);
    if (patient == null) {
      throw new NoSuchRecord("Patient", command.patientId());
    }
    patient.expectStanding();
    patient.expectVersion(command.version());
    patient.rename(command.familyName(), command.givenName(), command.why(), clinic.attribution());
    audit.record(
        AuditAction.CHANGE, "Patient", patient.id(), patient.id(), "name " + command.why());
  }
}

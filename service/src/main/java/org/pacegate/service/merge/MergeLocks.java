package org.pacegate.service.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import org.pacegate.domain.patient.Patient;
import org.pacegate.service.shared.NoSuchRecord;

/**
 * Makes commands on two patients wait for each other: their drafts first, which a submission holds
 * while it asks for the patient, then the patients by id, then their episodes, which {@code
 * CoursesOfCare} locks.
 */
@ApplicationScoped
class MergeLocks {

  private static final String DRAFTS =
      "select id from intake where patient_id in (?1, ?2) and state in ('DRAFT', 'RECEIVED') order by id for update";

  private static final String PATIENTS =
      "select id from patient where id in (?1, ?2) order by id for no key update";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  void lock(long one, long other) {
    em.createNativeQuery(DRAFTS).setParameter(1, one).setParameter(2, other).getResultList();
    em.createNativeQuery(PATIENTS).setParameter(1, one).setParameter(2, other).getResultList();
  }

  /**
   * The patient as they are behind the lock.
   *
   * @throws NoSuchRecord if the clinic has no such patient
   */
  Patient locked(long patientId) {
    Patient patient = em.find(Patient.class, patientId, LockModeType.NONE);
    if (patient == null) {
      throw new NoSuchRecord("Patient", patientId);
    }
    em.refresh(patient);
    return patient;
  }
}

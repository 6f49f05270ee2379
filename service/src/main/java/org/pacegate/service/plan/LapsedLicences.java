package org.pacegate.service.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.plan.PatientFile;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.LicenceInDoubt;
import org.pacegate.service.clinic.LicenceLapsed;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;

/**
 * Takes back, in the transaction that records a lapse, all that rests on that licence: plans are
 * suspended, flags that were decided under it stand again.
 */
@ApplicationScoped
public class LapsedLicences {

  /**
   * Patients with a standing diagnosis, or with a flag decided, under a licence, or with a
   * diagnosis under a policy that was signed with it.
   */
  private static final String RESTING =
      """
      select e.patient_id
        from diagnosis d join episode e on e.clinic_id = d.clinic_id and e.id = d.episode_id
       where d.clinical_status = 'ACTIVE' and (d.licence_id = ?1
             or d.policy_id in (select policy_id from diagnosis_policy_signature where licence_id = ?1))
      union
      select e.patient_id
        from flag_decision k
        join screening_flag f on f.clinic_id = k.clinic_id and f.id = k.flag_id
        join screening s on s.clinic_id = f.clinic_id and s.id = f.screening_id
        join episode e on e.clinic_id = s.clinic_id and e.id = s.episode_id
       where k.licence_id = ?1
       order by 1
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private CoursesOfCare courses;

  /** Locks the patients before anything touches the licence, as every other command does. */
  void lock(@Observes LicenceInDoubt doubt) {
    patients(doubt.licenceId()).forEach(courses::ofPatient);
  }

  void takeBack(@Observes LicenceLapsed lapsed) {
    Licence licence = em.find(Licence.class, lapsed.licenceId());
    for (long patient : patients(licence.id())) {
      PatientFile file = courses.ofPatient(patient);
      List<ReferralChanges> referrals = file.courses().stream().map(ReferralChanges::of).toList();
      file.licenceLapsed(licence, clinic.attribution());
      audit.record(
          AuditAction.CHANGE, "Patient", patient, patient, "licence " + licence.id() + " lapsed");
      referrals.forEach(each -> each.record(audit));
    }
  }

  private List<Long> patients(long licence) {
    return Row.list(em.createNativeQuery(RESTING).setParameter(1, licence), row -> row.id(0));
  }
}

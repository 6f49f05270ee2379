package org.pacegate.service.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;

/**
 * Suspends plans whose diagnosis carried treatment until yesterday (R6.25). Nobody is signed in: it
 * enters one clinic a transaction, with nobody acting.
 */
@ApplicationScoped
public class DiagnosisLimits {

  private static final String DUE =
      """
      select p.id from patient p
       where p.id in (select e.patient_id from diagnosis d
                        join episode e on e.clinic_id = d.clinic_id and e.id = d.episode_id
                        join care_plan c on c.clinic_id = e.clinic_id and c.episode_id = e.id
                       where d.clinical_status = 'ACTIVE' and d.carries_until < ?1
                         and c.state in ('ACTIVE', 'ON_HOLD'))
      """;

  /** Locked like a command does, the patient first; whom somebody works on is left to them. */
  private static final String LOCKED =
      DUE + " order by p.id limit 200 for no key update skip locked";

  private static final String ONE_LOCKED = DUE + " and p.id = ?2 for no key update skip locked";

  /** Patients in one transaction, as in {@link #LOCKED}: whoever suspended fewer is done. */
  static final int BATCH = 200;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext context;
  @Inject private AuditTrail audit;
  @Inject private CoursesOfCare courses;

  /** Clinics in which a plan goes on after the last day of its diagnosis. */
  @Transactional(TxType.REQUIRES_NEW)
  public List<Long> clinicsDue(Instant now) {
    return Row.list(
        em.createNativeQuery("select clinics_with_diagnosis_limit_passed(?1)")
            .setParameter(1, Timestamp.from(now)),
        row -> row.id(0));
  }

  /**
   * Suspends what is due in one clinic, each once, whoever else does so at the same time.
   *
   * @return how many patients that were; from {@link #BATCH} on there may be more
   */
  @Transactional(TxType.REQUIRES_NEW)
  public int inClinic(long clinic, Instant now) {
    Attribution nobody = enter(clinic, now);
    List<Long> patients = ids(em.createNativeQuery(LOCKED).setParameter(1, nobody.day()));
    patients.forEach(patient -> suspend(patient, nobody));
    return patients.size();
  }

  /** Everybody who is due in one clinic, whether or not somebody works on them. */
  @Transactional(TxType.REQUIRES_NEW)
  public List<Long> patientsDue(long clinic, Instant now) {
    Attribution nobody = enter(clinic, now);
    return ids(em.createNativeQuery(DUE + " order by p.id").setParameter(1, nobody.day()));
  }

  /** Suspends what is due of one patient, so that one who is refused holds up nobody else. */
  @Transactional(TxType.REQUIRES_NEW)
  public void ofPatient(long clinic, long patientId, Instant now) {
    Attribution nobody = enter(clinic, now);
    ids(em.createNativeQuery(ONE_LOCKED).setParameter(1, nobody.day()).setParameter(2, patientId))
        .forEach(patient -> suspend(patient, nobody));
  }

  private Attribution enter(long clinic, Instant now) {
    context.enterAsNobody(clinic);
    Object zone = em.createNativeQuery("select time_zone from clinic").getSingleResult();
    return new Attribution((Long) null, now, LocalDate.ofInstant(now, ZoneId.of((String) zone)));
  }

  private static List<Long> ids(Query query) {
    return Row.list(query, row -> row.id(0));
  }

  private void suspend(long patient, Attribution nobody) {
    courses.ofPatient(patient).courses().forEach(course -> suspend(course, nobody));
    em.flush();
  }

  private void suspend(CourseOfCare course, Attribution nobody) {
    if (course.diagnosisLimitPassed(nobody)) {
      audit.record(
          AuditAction.CHANGE,
          "EpisodeOfCare",
          course.episode().id(),
          course.episode().patientId(),
          "plan suspended, the diagnosis no longer carries it");
    }
  }
}

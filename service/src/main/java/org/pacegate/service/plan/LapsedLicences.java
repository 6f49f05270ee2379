package org.pacegate.service.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.LicenceLapsed;
import org.pacegate.service.shared.ClinicContext;

/** Suspends, in the transaction that records a lapse, every plan that rests on that licence. */
@ApplicationScoped
public class LapsedLicences {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private CoursesOfCare courses;

  void suspendPlans(@Observes LicenceLapsed lapsed) {
    Licence licence = em.find(Licence.class, lapsed.licenceId());
    List<Long> episodes =
        em.createQuery(
                "select distinct d.episodeId from Diagnosis d where d.licenceId = :licence"
                    + " and d.clinicalStatus = org.pacegate.domain.diagnosis.ClinicalStatus.ACTIVE",
                Long.class)
            .setParameter("licence", licence.id())
            .getResultList();
    for (long episode : episodes) {
      CourseOfCare course = courses.forCommand(episode);
      course.licenceLapsed(licence, clinic.attribution());
      audit.record(
          AuditAction.CHANGE,
          "EpisodeOfCare",
          episode,
          course.episode().patientId(),
          "licence " + licence.id() + " lapsed");
    }
  }
}

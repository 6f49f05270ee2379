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
import org.pacegate.service.shared.Row;

/**
 * Takes back, in the transaction that records a lapse, all that rests on that licence: plans are
 * suspended, flags that were decided under it stand again.
 */
@ApplicationScoped
public class LapsedLicences {

  /** Episodes with a standing diagnosis, or with a flag decided, under a licence. */
  private static final String RESTING =
      """
      select episode_id from diagnosis where clinical_status = 'ACTIVE' and licence_id = ?1
      union
      select s.episode_id
        from flag_decision k
        join screening_flag f on f.clinic_id = k.clinic_id and f.id = k.flag_id
        join screening s on s.clinic_id = f.clinic_id and s.id = f.screening_id
       where k.licence_id = ?1
       order by 1
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private CoursesOfCare courses;

  void takeBack(@Observes LicenceLapsed lapsed) {
    Licence licence = em.find(Licence.class, lapsed.licenceId());
    List<Long> episodes =
        Row.list(em.createNativeQuery(RESTING).setParameter(1, licence.id()), row -> row.id(0));
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

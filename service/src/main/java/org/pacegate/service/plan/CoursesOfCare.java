package org.pacegate.service.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.plan.CarePlan;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.screening.Screening;
import org.pacegate.service.shared.NoSuchRecord;

/** Loads one episode with everything recorded on it, and stores what its verbs add. */
@ApplicationScoped
public class CoursesOfCare {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  /**
   * The course of care of an episode, for reading.
   *
   * @throws NoSuchRecord if the clinic has no such episode
   */
  public CourseOfCare of(long episodeId) {
    return load(found(episodeId, em.find(Episode.class, episodeId)));
  }

  /**
   * The course of care of an episode, for a command: commands on one episode wait for each other.
   */
  public CourseOfCare forCommand(long episodeId) {
    return load(
        found(episodeId, em.find(Episode.class, episodeId, LockModeType.PESSIMISTIC_WRITE)));
  }

  private static Episode found(long episodeId, Episode episode) {
    if (episode == null) {
      throw new NoSuchRecord("Episode", episodeId);
    }
    return episode;
  }

  /** The course of care of an episode that begins now. */
  public CourseOfCare begin(Episode episode) {
    em.persist(episode);
    return course(episode, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private CourseOfCare load(Episode episode) {
    List<Object[]> signed =
        em.createQuery(
                "select d, l from Diagnosis d, Licence l"
                    + " where d.episodeId = :episode and l.id = d.licenceId",
                Object[].class)
            .setParameter("episode", episode.id())
            .getResultList();
    return course(
        episode,
        em.createQuery(
                "select distinct s from Screening s left join fetch s.flags"
                    + " where s.episodeId = :episode",
                Screening.class)
            .setParameter("episode", episode.id())
            .getResultList(),
        signed.stream().map(row -> (Diagnosis) row[0]).toList(),
        signed.stream().map(row -> (Licence) row[1]).distinct().toList(),
        em.createQuery("select r from Referral r where r.episodeId = :episode", Referral.class)
            .setParameter("episode", episode.id())
            .getResultList(),
        em.createQuery(
                "select distinct p from CarePlan p left join fetch p.blocks"
                    + " where p.episodeId = :episode",
                CarePlan.class)
            .setParameter("episode", episode.id())
            .getResultList());
  }

  private CourseOfCare course(
      Episode episode,
      List<Screening> screenings,
      List<Diagnosis> diagnoses,
      List<Licence> licences,
      List<Referral> referrals,
      List<CarePlan> plans) {
    return new CourseOfCare(
        episode,
        screenings,
        diagnoses,
        licences.stream().collect(Collectors.toMap(Licence::id, Function.identity())),
        referrals,
        plans,
        DiagnosisPolicy.PHYSICIAN_ONLY,
        em::persist);
  }
}

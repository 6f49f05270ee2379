package org.pacegate.service.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.plan.CarePlan;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.plan.PatientFile;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.screening.Screening;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.NoSuchRecord;

/**
 * Loads a patient's courses of care with everything recorded on them, and stores what their verbs
 * add. Whoever changes anything locks in one order: patient, episodes by id, licence.
 */
@ApplicationScoped
public class CoursesOfCare {

  private static final String LOCK = "select id from patient where id = ?1 for no key update";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /**
   * The course of care of an episode, for reading.
   *
   * @throws NoSuchRecord if the clinic has no such episode
   */
  public CourseOfCare of(long episodeId) {
    return found(
        episodeId,
        file(
            em.createQuery(
                    "select e from Episode e where e.patientId ="
                        + " (select o.patientId from Episode o where o.id = :episode)",
                    Episode.class)
                .setParameter("episode", episodeId)
                .getResultList()));
  }

  /**
   * The course of care of an episode, for a command: commands on one patient wait for each other,
   * since a danger found in one episode counts in all.
   *
   * @throws NoSuchRecord if the clinic has no such episode
   */
  public CourseOfCare forCommand(long episodeId) {
    long patient =
        em
            .createQuery("select e.patientId from Episode e where e.id = :id", Long.class)
            .setParameter("id", episodeId)
            .getResultList()
            .stream()
            .findFirst()
            .orElseThrow(() -> new NoSuchRecord("Episode", episodeId));
    return found(episodeId, ofPatient(patient));
  }

  /** Every course of care of a patient, for a command. */
  public PatientFile ofPatient(long patientId) {
    em.createNativeQuery(LOCK).setParameter(1, patientId).getResultList();
    return file(
        em.createQuery(
                "select e from Episode e where e.patientId = :patient order by e.id", Episode.class)
            .setParameter("patient", patientId)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList());
  }

  private static CourseOfCare found(long episodeId, PatientFile file) {
    CourseOfCare course = file.course(episodeId);
    if (course == null) {
      throw new NoSuchRecord("Episode", episodeId);
    }
    return course;
  }

  /** The course of care of an episode that begins now, beside the patient's others. */
  public CourseOfCare begin(Episode episode) {
    return ofPatient(episode.patientId()).begin(episode);
  }

  private PatientFile file(List<Episode> episodes) {
    if (episodes.isEmpty()) {
      return file(episodes, List.of(), PatientFile.Recorded.NOTHING);
    }
    List<Long> ids = episodes.stream().map(Episode::id).toList();
    List<Object[]> signed =
        em.createQuery(
                "select d, l from Diagnosis d, Licence l"
                    + " where d.episodeId in :episodes and l.id = d.licenceId",
                Object[].class)
            .setParameter("episodes", ids)
            .getResultList();
    return file(
        episodes,
        signed.stream().map(row -> (Licence) row[1]).distinct().toList(),
        new PatientFile.Recorded(
            all("select distinct r from Screening r left join fetch r.flags", Screening.class, ids),
            signed.stream().map(row -> (Diagnosis) row[0]).toList(),
            all("select r from Referral r", Referral.class, ids),
            plans(ids),
            dangerousDrafts(episodes.get(0).patientId())));
  }

  /** With their authors, so that whoever shows a plan finds its author without asking again. */
  private List<CarePlan> plans(List<Long> episodes) {
    return em
        .createQuery(
            "select r, a from CarePlan r left join fetch r.blocks, Practitioner a"
                + " where a.id = r.authorId and r.episodeId in :episodes",
            Object[].class)
        .setParameter("episodes", episodes)
        .getResultList()
        .stream()
        .map(row -> (CarePlan) row[0])
        .distinct()
        .toList();
  }

  private List<Intake> dangerousDrafts(long patient) {
    return em.createQuery(
            "select i from Intake i where i.patientId = :patient"
                + " and i.state in :open and i.danger.since is not null",
            Intake.class)
        .setParameter("patient", patient)
        .setParameter("open", List.of(IntakeState.DRAFT, IntakeState.RECEIVED))
        .getResultList();
  }

  private <T> List<T> all(String query, Class<T> type, List<Long> episodes) {
    return em.createQuery(query + " where r.episodeId in :episodes", type)
        .setParameter("episodes", episodes)
        .getResultList();
  }

  private PatientFile file(
      List<Episode> episodes, List<Licence> licences, PatientFile.Recorded recorded) {
    return new PatientFile(
        episodes,
        recorded,
        licences.stream().collect(Collectors.toMap(Licence::id, Function.identity())),
        clinic.policy(),
        em::persist);
  }
}

package org.pacegate.service.patient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.injury.OnsetKind;
import org.pacegate.domain.injury.RunningHabits;
import org.pacegate.domain.injury.RunningProfile;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.Sex;
import org.pacegate.domain.plan.PlanState;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/**
 * Reads what several pages show of a patient. The service that calls it writes the audit event of
 * the read.
 */
@ApplicationScoped
public class PatientReading {

  private static final String HEADER =
      """
      select p.id, p.record_number, p.family_name, p.given_name, p.birth_date, p.sex,
             (select min(f.urgency) from screening_flag f
                join screening s on s.clinic_id = f.clinic_id and s.id = f.screening_id
                join episode o on o.clinic_id = s.clinic_id and o.id = s.episode_id
               where o.patient_id = p.id and o.state not in ('DISCHARGED', 'TRANSFERRED', 'CLOSED_LOST')
                 and f.state <> 'CLEARED' and f.urgency <> 'U3_ROUTINE'),
             e.id, e.state, p.language
        from patient p
        left join lateral (select e.id, e.state from episode e
           where e.clinic_id = p.clinic_id and e.patient_id = p.id
           order by e.opened_at desc, e.id desc limit 1) e on true
       where p.id =
      """;

  private static final int HEADER_COLUMNS = 10;

  private static final String EPISODES =
      """
      select e.id, e.state, e.state_since, e.body_site, e.side, e.complaint, e.onset_date,
             s.id, s.status, coalesce(
               (select min(f.urgency) from screening_flag f
                  join screening o on o.clinic_id = f.clinic_id and o.id = f.screening_id
                 where o.clinic_id = e.clinic_id and o.episode_id = e.id and f.state <> 'CLEARED'),
               s.max_urgency), s.valid_until,
             d.id, d.code, d.words, d.verification_status, d.carries_until, c.id, c.state,
             e.onset_kind, r.km_per_week, e.version
        from episode e
        left join lateral (select * from screening s
           where s.clinic_id = e.clinic_id and s.episode_id = e.id
           order by s.performed_at desc, s.id desc limit 1) s on true
        left join diagnosis d on d.clinic_id = e.clinic_id and d.episode_id = e.id
             and d.clinical_status = 'ACTIVE'
        left join care_plan c on c.clinic_id = e.clinic_id and c.episode_id = e.id
             and c.state in ('ACTIVE', 'ON_HOLD', 'SUSPENDED')
        left join lateral (select f.km_per_week from running_profile f
           where f.clinic_id = e.clinic_id and f.episode_id = e.id order by f.id desc limit 1) r on true
       where
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /**
   * The header of a page about a patient.
   *
   * @throws NoSuchRecord if the clinic has no such patient
   */
  public PatientHeader header(long patientId) {
    return header("Patient", patientId, "?1");
  }

  /**
   * The header of a page about an episode.
   *
   * @throws NoSuchRecord if the clinic has no such episode
   */
  public PatientHeader headerOfEpisode(long episodeId) {
    return header("Episode", episodeId, "(select o.patient_id from episode o where o.id = ?1)");
  }

  private PatientHeader header(String record, long id, String patient) {
    Query query = em.createNativeQuery(HEADER + patient).setParameter(1, id);
    return Row.list(query, this::header).stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchRecord(record, id));
  }

  private PatientHeader header(Row row) {
    return new PatientHeader(
        row.id(0),
        row.text(1),
        row.text(2),
        row.text(3),
        row.day(4),
        row.day(4) == null ? null : Period.between(row.day(4), clinic.today()).getYears(),
        row.constant(5, Sex.class),
        row.constant(6, Urgency.class),
        row.idOrNull(7),
        row.constant(8, EpisodeState.class),
        row.constant(9, Language.class));
  }

  /** The patient's episodes, newest first. */
  public List<EpisodeSummary> episodes(long patientId) {
    Query query =
        em.createNativeQuery(EPISODES + " e.patient_id = ?1 order by e.opened_at desc, e.id desc")
            .setParameter(1, patientId);
    return Row.list(query, PatientReading::episode);
  }

  /** How the runner ran, as told last. */
  public Optional<RunningHabits> habits(long episodeId) {
    return em
        .createQuery(
            "select r from RunningProfile r where r.episodeId = :episode order by r.id desc",
            RunningProfile.class)
        .setParameter("episode", episodeId)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .map(RunningProfile::habits)
        .findFirst();
  }

  /**
   * One episode as it stands and whose it is, in one statement.
   *
   * @throws NoSuchRecord if the clinic has no such episode
   */
  public PatientEpisode episodeWithHeader(long episodeId) {
    String both =
        "select h.*, x.* from ("
            + EPISODES
            + " e.id = ?1) x cross join ("
            + HEADER
            + " (select o.patient_id from episode o where o.id = ?1)) h";
    return Row.list(
            em.createNativeQuery(both).setParameter(1, episodeId),
            row -> new PatientEpisode(header(row), episode(row.from(HEADER_COLUMNS))))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchRecord("Episode", episodeId));
  }

  /**
   * One episode as it stands.
   *
   * @throws NoSuchRecord if the clinic has no such episode
   */
  public EpisodeSummary episode(long episodeId) {
    Query query = em.createNativeQuery(EPISODES + " e.id = ?1").setParameter(1, episodeId);
    return Row.list(query, PatientReading::episode).stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchRecord("Episode", episodeId));
  }

  private static EpisodeSummary episode(Row row) {
    return new EpisodeSummary(
        row.id(0),
        row.constant(1, EpisodeState.class),
        row.instant(2),
        row.constant(3, BodySite.class),
        row.constant(4, Side.class),
        row.text(5),
        row.day(6),
        row.idOrNull(7),
        row.constant(8, ScreeningStatus.class),
        row.constant(9, Urgency.class),
        row.day(10),
        row.idOrNull(11),
        row.text(12),
        row.text(13),
        row.constant(14, VerificationStatus.class),
        row.day(15),
        row.idOrNull(16),
        row.constant(17, PlanState.class),
        row.constant(18, OnsetKind.class),
        row.amount(19),
        row.id(20));
  }
}

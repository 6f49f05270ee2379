package org.pacegate.service.diagnosis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.diagnosis.ClinicalStatus;
import org.pacegate.domain.diagnosis.FindingSide;
import org.pacegate.domain.diagnosis.FindingTest;
import org.pacegate.domain.diagnosis.ReferenceBand;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.RunningHabits;
import org.pacegate.domain.injury.RunningProfile;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.OwnLicence;
import org.pacegate.service.patient.EpisodeSummary;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.service.patient.PatientReading;
import org.pacegate.service.screening.ScreeningReading;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.Row;

/** Reads one episode as a physician needs it: the intake beside the diagnosis. */
@Stateless
@InClinic
@RolesAllowed({"PHYSICIAN", "THERAPIST"})
public class DiagnosisDesks {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private AuditTrail audit;
  @Inject private PatientReading patients;
  @Inject private ScreeningReading screenings;
  @Inject private OwnLicence licence;

  /** Everything about an episode. */
  public DiagnosisDesk open(long episodeId) {
    EpisodeSummary episode = patients.episode(episodeId);
    PatientHeader header = patients.headerOfEpisode(episodeId);
    audit.record(
        AuditAction.READ, "EpisodeOfCare", episodeId, header.patientId(), "diagnosis desk");
    return new DiagnosisDesk(
        header,
        episode,
        em.find(Episode.class, episodeId).injury().onsetKind(),
        answers(episodeId),
        habits(episodeId),
        screenings.ofEpisode(episodeId),
        diagnoses(episodeId, header),
        licence.today().isPresent());
  }

  private Map<String, String> answers(long episodeId) {
    Map<String, String> answers = new LinkedHashMap<>();
    Row.list(
            em.createNativeQuery(
                    """
                    select substr(a.field, 8), a.value from intake_entry a
                     where a.field like 'answer.%' and a.intake_id =
                           (select i.id from intake i where i.episode_id = ?1 and i.state = 'SUBMITTED'
                             order by i.submitted_at desc limit 1)
                     order by a.field
                    """)
                .setParameter(1, episodeId),
            row -> Map.entry(row.text(0), row.text(1)))
        .forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
    return answers;
  }

  private RunningHabits habits(long episodeId) {
    return em
        .createQuery(
            "select r from RunningProfile r where r.episodeId = :episode order by r.id desc",
            RunningProfile.class)
        .setParameter("episode", episodeId)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst()
        .map(RunningProfile::habits)
        .orElse(null);
  }

  private List<DiagnosisView> diagnoses(long episodeId, PatientHeader patient) {
    Map<Long, List<FindingView>> findings = findings(episodeId, patient);
    return Row.list(
        em.createNativeQuery(
                """
                select d.id, d.code, k.label_en, k.label_es, d.words, d.body_site, d.bone_stress,
                       d.verification_status, d.clinical_status, d.recorded_at,
                       w.given_name || ' ' || w.family_name, d.ended_at,
                       x.given_name || ' ' || x.family_name, d.end_reason
                  from diagnosis d
                  join diagnosis_code k
                    on k.system = d.code_system and k.code = d.code and k.edition = d.code_edition
                  join practitioner w on w.clinic_id = d.clinic_id and w.id = d.recorded_by
                  left join practitioner x on x.clinic_id = d.clinic_id and x.id = d.ended_by
                 where d.episode_id = ?1 order by d.recorded_at desc, d.id desc
                """)
            .setParameter(1, episodeId),
        row -> diagnosis(row, findings.getOrDefault(row.id(0), List.of())));
  }

  private static DiagnosisView diagnosis(Row row, List<FindingView> findings) {
    return new DiagnosisView(
        row.id(0),
        row.text(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.constant(5, BodySite.class),
        row.flag(6),
        row.constant(7, VerificationStatus.class),
        row.constant(8, ClinicalStatus.class),
        row.instant(9),
        row.text(10),
        row.instant(11),
        row.text(12),
        row.text(13),
        findings);
  }

  private Map<Long, List<FindingView>> findings(long episodeId, PatientHeader patient) {
    return Row.list(
            em.createNativeQuery(
                    """
                    select f.diagnosis_id, f.test, f.side, f.value, f.unit, f.measured_on
                      from finding f
                      join diagnosis d on d.clinic_id = f.clinic_id and d.id = f.diagnosis_id
                     where d.episode_id = ?1 order by f.test, f.side
                    """)
                .setParameter(1, episodeId),
            row -> Map.entry(row.id(0), finding(row, patient)))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static FindingView finding(Row row, PatientHeader patient) {
    FindingTest test = row.constant(1, FindingTest.class);
    int age = Period.between(patient.birthDate(), row.day(5)).getYears();
    return new FindingView(
        test,
        row.constant(2, FindingSide.class),
        row.amount(3),
        row.text(4),
        row.day(5),
        ReferenceBand.of(test, row.amount(3), patient.sex(), age));
  }
}

package org.pacegate.service.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pacegate.domain.diagnosis.ClinicalStatus;
import org.pacegate.domain.diagnosis.FindingSide;
import org.pacegate.domain.diagnosis.FindingTest;
import org.pacegate.domain.diagnosis.ReferenceBand;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.service.shared.Row;

/**
 * Reads diagnoses as they are shown. The service that calls it writes the audit event of the read.
 */
@ApplicationScoped
class DiagnosisReading {

  /** One row for each finding, and one for a diagnosis without any. */
  private static final String OF_EPISODE =
      """
      select d.id, d.code, k.label_en, k.label_es, d.words, d.body_site, d.bone_stress,
             d.verification_status, d.clinical_status, d.recorded_at,
             w.given_name || ' ' || w.family_name, d.ended_at,
             x.given_name || ' ' || x.family_name, d.end_reason,
             f.test, f.side, f.value, f.unit, f.measured_on, d.code_edition,
             d.direct_access, d.carries_until,
             (select count(*) from review_of_diagnosis r
               where r.clinic_id = d.clinic_id and r.diagnosis_id = d.id and r.is_open),
             is_doubted(d)
        from diagnosis d
        join listed_code k
          on k.system = d.code_system and k.code = d.code and k.edition = d.code_edition
         and k.own_edition_id is not distinct from d.own_edition_id
        join practitioner w on w.clinic_id = d.clinic_id and w.id = d.recorded_by
        left join practitioner x on x.clinic_id = d.clinic_id and x.id = d.ended_by
        left join finding f on f.clinic_id = d.clinic_id and f.diagnosis_id = d.id
       where d.episode_id = ?1
       order by d.recorded_at desc, d.id desc, f.test, f.side
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  /** Every diagnosis of an episode, newest first. */
  List<DiagnosisView> ofEpisode(long episodeId, PatientHeader patient) {
    Map<Long, List<Row>> rows =
        Row.list(em.createNativeQuery(OF_EPISODE).setParameter(1, episodeId), row -> row).stream()
            .collect(
                Collectors.groupingBy(row -> row.id(0), LinkedHashMap::new, Collectors.toList()));
    return rows.values().stream().map(each -> diagnosis(each, patient)).toList();
  }

  private static DiagnosisView diagnosis(List<Row> rows, PatientHeader patient) {
    Row row = rows.get(0);
    return new DiagnosisView(
        row.id(0),
        row.text(1),
        row.text(19),
        row.text(2),
        row.text(3),
        row.text(4),
        row.constant(5, BodySite.class),
        row.flag(6),
        row.constant(7, VerificationStatus.class),
        row.constant(8, ClinicalStatus.class),
        row.instant(9),
        row.text(10),
        row.flag(20),
        row.day(21),
        row.instant(11),
        row.text(12),
        row.text(13),
        (int) row.id(22),
        row.flag(23),
        rows.stream()
            .filter(each -> each.text(14) != null)
            .map(each -> finding(each, patient))
            .toList());
  }

  private static FindingView finding(Row row, PatientHeader patient) {
    FindingTest test = row.constant(14, FindingTest.class);
    Integer age =
        patient.birthDate() == null
            ? null
            : Period.between(patient.birthDate(), row.day(18)).getYears();
    return new FindingView(
        test,
        row.constant(15, FindingSide.class),
        row.amount(16),
        row.text(17),
        row.day(18),
        ReferenceBand.of(test, row.amount(16), patient.sex(), age));
  }
}

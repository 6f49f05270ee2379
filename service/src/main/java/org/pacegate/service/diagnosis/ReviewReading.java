package org.pacegate.service.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.util.List;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.ReviewKind;
import org.pacegate.domain.diagnosis.ReviewOutcome;
import org.pacegate.service.clinic.OwnLicence;
import org.pacegate.service.diagnosis.ReviewBook.Colleague;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;

/** Reads reviews as they are shown. The service that calls it writes the audit event. */
@ApplicationScoped
class ReviewReading {

  /** Proposed to who asks; days [D]. */
  private static final int USUAL_DAYS = 7;

  private static final String OF_EPISODE =
      """
      select r.id, r.version, r.kind, r.reason, o.given_name || ' ' || o.family_name, r.due_on,
             r.asked_at, w.given_name || ' ' || w.family_name, r.outcome, r.answer, r.answered_at,
             x.given_name || ' ' || x.family_name, r.withdrawn_at,
             d.clinical_status = 'ACTIVE',
             r.is_open, r.is_open and r.due_on < cast(?2 as date),
             r.is_open and r.asked_by = current_practitioner(),
             r.is_open and (r.kind = 'REVIEW' or d.recorded_by <> current_practitioner())
        from review_of_diagnosis r
        join diagnosis d on d.clinic_id = r.clinic_id and d.id = r.diagnosis_id
        join practitioner o on o.clinic_id = r.clinic_id and o.id = r.owner_id
        join practitioner w on w.clinic_id = r.clinic_id and w.id = r.asked_by
        left join practitioner x on x.clinic_id = r.clinic_id and x.id = r.answered_by
       where d.episode_id = ?1
       order by r.is_open desc, r.asked_at desc, r.id desc
      """;

  private static final String PHYSICIANS =
      """
      select p.id, p.given_name || ' ' || p.family_name
        from practitioner p
        join account a on a.clinic_id = p.clinic_id and a.practitioner_id = p.id
        join account_role ro on ro.clinic_id = a.clinic_id and ro.account_id = a.id
       where ro.role = 'PHYSICIAN' and a.disabled_at is null
       order by p.family_name, p.given_name, p.id
      """;

  private static final String STANDING =
      "select id, recorded_by from diagnosis where episode_id = ?1 and clinical_status = 'ACTIVE'";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private OwnLicence licence;

  ReviewBook ofEpisode(long episodeId, PatientHeader header) {
    Row standing =
        Row.list(em.createNativeQuery(STANDING).setParameter(1, episodeId), row -> row).stream()
            .findFirst()
            .orElse(null);
    return new ReviewBook(
        header,
        standing == null ? null : standing.idOrNull(0),
        standing == null ? null : standing.idOrNull(1),
        physicians(),
        lines(episodeId),
        clinic.today().plusDays(USUAL_DAYS));
  }

  private List<ReviewLine> lines(long episodeId) {
    boolean mayAnswer =
        clinic.acting().roles().contains(Role.PHYSICIAN) && licence.today().isPresent();
    return Row.list(
        em.createNativeQuery(OF_EPISODE)
            .setParameter(1, episodeId)
            .setParameter(2, Date.valueOf(clinic.today())),
        row -> line(row, mayAnswer));
  }

  private static ReviewLine line(Row row, boolean mayAnswer) {
    return new ReviewLine(
        row.id(0),
        row.id(1),
        row.constant(2, ReviewKind.class),
        row.text(3),
        row.text(4),
        row.day(5),
        row.instant(6),
        row.text(7),
        row.constant(8, ReviewOutcome.class),
        row.text(9),
        row.instant(10),
        row.text(11),
        row.instant(12),
        row.flag(13),
        row.flag(14),
        row.flag(15),
        row.flag(16),
        mayAnswer && row.flag(17));
  }

  /** Physicians of the clinic who can sign in. */
  List<Colleague> physicians() {
    return Row.list(em.createNativeQuery(PHYSICIANS), row -> new Colleague(row.id(0), row.text(1)));
  }

  boolean isOpen(long diagnosisId, ReviewKind kind) {
    return !em.createNativeQuery(
            "select 1 from review_of_diagnosis where diagnosis_id = ?1 and kind = ?2 and is_open")
        .setParameter(1, diagnosisId)
        .setParameter(2, kind.name())
        .getResultList()
        .isEmpty();
  }
}

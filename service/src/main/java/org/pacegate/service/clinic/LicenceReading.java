package org.pacegate.service.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.pacegate.domain.clinic.Profession;
import org.pacegate.domain.clinic.ProofType;
import org.pacegate.domain.plan.PlanState;
import org.pacegate.service.clinic.LicenceLine.Standing;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/** Reads licences as they stand today, and what belongs to them. */
@ApplicationScoped
class LicenceReading {

  /** The first of the days before the end on which an administrator is warned. */
  private static final int SOON_DAYS = 60;

  /**
   * One that goes on with the same person and profession renews another; a renewal that lapsed does
   * not.
   */
  private static final String LINES =
      """
      select l.id, l.version, p.id, p.family_name, p.given_name, l.profession, l.number,
             l.authority, l.valid_from, l.valid_to, l.lapsed_on, x.reason,
             l.recorded_by = l.practitioner_id, l.jurisdiction, l.scope, l.verified_at,
             v.given_name || ' ' || v.family_name, l.verification,
             exists (select from licence_proof f
                      where f.clinic_id = l.clinic_id and f.licence_id = l.id),
             exists (select from licence n
                      where n.clinic_id = l.clinic_id and n.practitioner_id = l.practitioner_id
                        and n.profession = l.profession and n.valid_to > l.valid_to
                        and n.lapsed_on is null
                        and n.valid_from <= coalesce(l.lapsed_on, l.valid_to + 1)
                        and n.jurisdiction is not distinct from
                            coalesce(l.jurisdiction, n.jurisdiction))
        from licence l
        join practitioner p on p.clinic_id = l.clinic_id and p.id = l.practitioner_id
        left join practitioner v on v.clinic_id = l.clinic_id and v.id = l.verified_by
        left join licence_lapse x on x.clinic_id = l.clinic_id and x.licence_id = l.id
             and x.lapsed_on = l.lapsed_on
       order by coalesce(l.lapsed_on, l.valid_to), l.id""";

  /** Plans on a diagnosis that the lapse took the ground from. */
  private static final String RESTING =
      """
      select c.id, d.recorded_on, c.state, c.state_since
        from licence l
        join diagnosis d on d.clinic_id = l.clinic_id
        join care_plan c on c.clinic_id = d.clinic_id and c.diagnosis_id = d.id
       where l.id = ?1 and l.lapsed_on is not null
         and (d.licence_id = l.id and d.recorded_on >= l.lapsed_on
              or (d.direct_access or d.recorded_as = 'PROVISIONAL') and d.policy_id in (
                select s.policy_id from diagnosis_policy_signature s
                 where s.licence_id = l.id and s.signed_on >= l.lapsed_on))
       order by d.recorded_on desc, c.id desc limit 200""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /** Every licence, those that end first at the top. */
  List<LicenceLine> all() {
    return Row.list(em.createNativeQuery(LINES), this::line);
  }

  /**
   * One of them.
   *
   * @throws NoSuchRecord if the clinic has no such licence
   */
  LicenceLine one(long licenceId) {
    return all().stream()
        .filter(line -> line.licenceId() == licenceId)
        .findAny()
        .orElseThrow(() -> new NoSuchRecord("Licence", licenceId));
  }

  List<ProofLine> proofs(long licenceId) {
    return Row.list(
        em.createNativeQuery(
                """
                select f.id, f.media_type, octet_length(f.content), f.added_at,
                       p.given_name || ' ' || p.family_name
                  from licence_proof f
                  join practitioner p on p.clinic_id = f.clinic_id and p.id = f.added_by
                 where f.licence_id = ?1
                 order by f.added_at desc, f.id desc""")
            .setParameter(1, licenceId),
        row ->
            new ProofLine(
                row.id(0), ProofType.named(row.text(1)), row.id(2), row.instant(3), row.text(4)));
  }

  List<RestingPlan> restingOn(long licenceId) {
    return Row.list(
        em.createNativeQuery(RESTING).setParameter(1, licenceId),
        row ->
            new RestingPlan(
                row.id(0), row.day(1), row.constant(2, PlanState.class), row.instant(3)));
  }

  private LicenceLine line(Row row) {
    return new LicenceLine(
        row.id(0),
        row.id(1),
        row.id(2),
        row.text(3),
        row.text(4),
        row.constant(5, Profession.class),
        row.text(6),
        row.text(7),
        row.day(8),
        row.day(9),
        row.day(10),
        row.text(11),
        standing(row.day(8), row.day(9), row.day(10)),
        row.flag(12),
        row.text(13),
        row.text(14),
        row.instant(15),
        row.text(16),
        row.text(17),
        row.flag(18),
        row.flag(19),
        ChronoUnit.DAYS.between(clinic.today(), row.day(9)));
  }

  private Standing standing(LocalDate from, LocalDate to, LocalDate lapsed) {
    LocalDate today = clinic.today();
    if (lapsed != null && !today.isBefore(lapsed)) {
      return Standing.LAPSED;
    }
    if (today.isAfter(to)) {
      return Standing.ENDED;
    }
    if (today.isBefore(from)) {
      return Standing.NOT_YET;
    }
    return today.plusDays(SOON_DAYS).isBefore(to) ? Standing.VALID : Standing.ENDS_SOON;
  }
}

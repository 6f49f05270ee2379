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
   * One of the same person and profession that stands longer renews another, with or without days
   * between; while the other stands, only one that holds in the same place.
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
                        and n.profession = l.profession and n.valid_from <= last_day(n)
                        and last_day(n) > last_day(l)
                        and (last_day(l) < ?1 or n.jurisdiction is not distinct from
                             coalesce(l.jurisdiction, n.jurisdiction)))
        from licence l
        join practitioner p on p.clinic_id = l.clinic_id and p.id = l.practitioner_id
        left join practitioner v on v.clinic_id = l.clinic_id and v.id = l.verified_by
        left join licence_lapse x on x.clinic_id = l.clinic_id and x.licence_id = l.id
             and x.lapsed_on = l.lapsed_on
       order by coalesce(l.lapsed_on, l.valid_to), l.id""";

  /**
   * Plans that the lapse took the ground from: on a diagnosis, under a policy, or begun or gone on
   * with after a red flag was cleared.
   */
  private static final String RESTING =
      """
      select c.id, min(x.signed_on), c.state, c.state_since
        from licence l
        cross join lateral (
          select c.id as plan_id, d.recorded_on as signed_on
            from diagnosis d
            join care_plan c on c.clinic_id = d.clinic_id and c.diagnosis_id = d.id
           where d.clinic_id = l.clinic_id
             and (d.licence_id = l.id and d.recorded_on >= l.lapsed_on
                  or (d.direct_access or d.recorded_as = 'PROVISIONAL') and d.policy_id in (
                    select s.policy_id from diagnosis_policy_signature s
                     where s.licence_id = l.id and s.signed_on >= l.lapsed_on))
          union all
          select c.id, k.decided_on
            from flag_decision k
            join screening_flag f on f.clinic_id = k.clinic_id and f.id = k.flag_id
            join screening s on s.clinic_id = f.clinic_id and s.id = f.screening_id
            join episode e on e.clinic_id = s.clinic_id and e.id = s.episode_id
            join episode o on o.clinic_id = e.clinic_id and o.patient_id = e.patient_id
                 and (o.id = e.id or f.urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY'))
            join care_plan c on c.clinic_id = o.clinic_id and c.episode_id = o.id
           where k.clinic_id = l.clinic_id and k.licence_id = l.id and k.state = 'CLEARED'
             and k.decided_on >= l.lapsed_on and c.state_since >= k.decided_at) x
        join care_plan c on c.clinic_id = l.clinic_id and c.id = x.plan_id
       where l.id = ?1
       group by c.id, c.state, c.state_since
       order by 2 desc, c.id desc limit 200""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /** Every licence, those that end first at the top. */
  List<LicenceLine> all() {
    return Row.list(em.createNativeQuery(LINES).setParameter(1, clinic.today()), this::line);
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

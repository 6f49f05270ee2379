package org.pacegate.service.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import org.pacegate.domain.clinic.PolicyTerms;
import org.pacegate.domain.clinic.WhoDiagnoses;
import org.pacegate.service.clinic.PolicyLine.Standing;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/** Reads a clinic's policies, with where each stands today. */
@ApplicationScoped
class PolicyReading {

  private static final int MOST = 200;

  private static final String LINES =
      """
      select v.id, v.jurisdiction, v.number, v.who, v.max_days, v.prior_diagnosis,
             v.never_codes, v.provisional_days, v.reason,
             d.given_name || ' ' || d.family_name, v.drafted_at,
             p.given_name || ' ' || p.family_name, s.signed_at, l.number, s.effective_from,
             case when s.id is null then 'DRAFT'
                  when s.signed_on >= l.lapsed_on then 'FALLEN'
                  when exists (
                    select from diagnosis_policy_signature t
                      join licence m on m.clinic_id = t.clinic_id and m.id = t.licence_id
                     where t.clinic_id = s.clinic_id and t.jurisdiction = s.jurisdiction
                       and t.place > s.place
                       and t.effective_from <= greatest(s.effective_from, cast(?1 as date))
                       and (m.lapsed_on is null or t.signed_on < m.lapsed_on)) then 'REPLACED'
                  when s.effective_from > ?1 then 'TO_COME'
                  else 'IN_FORCE'
             end
        from diagnosis_policy v
        join practitioner d on d.clinic_id = v.clinic_id and d.id = v.drafted_by
        left join diagnosis_policy_signature s
          on s.clinic_id = v.clinic_id and s.policy_id = v.id
        left join practitioner p on p.clinic_id = s.clinic_id and p.id = s.signed_by
        left join licence l on l.clinic_id = s.clinic_id and l.id = s.licence_id
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /** The newest of them, newest first. */
  List<PolicyLine> newest() {
    return lines(
        em.createNativeQuery(LINES + " order by v.drafted_at desc, v.id desc limit " + MOST));
  }

  /**
   * One of them.
   *
   * @throws NoSuchRecord if the clinic has no such version
   */
  PolicyLine one(long policyId) {
    return lines(em.createNativeQuery(LINES + " where v.id = ?2").setParameter(2, policyId))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchRecord("PolicyVersion", policyId));
  }

  private List<PolicyLine> lines(Query query) {
    return Row.list(
        query.setParameter(1, clinic.today()),
        row ->
            new PolicyLine(
                row.id(0),
                row.text(1),
                (int) row.id(2),
                terms(row),
                row.text(8),
                row.text(9),
                row.instant(10),
                row.text(11),
                row.instant(12),
                row.text(13),
                row.day(14),
                row.constant(15, Standing.class)));
  }

  private static PolicyTerms terms(Row row) {
    return new PolicyTerms(
        row.constant(3, WhoDiagnoses.class),
        number(row.idOrNull(4)),
        null,
        row.flag(5),
        row.text(6),
        (int) row.id(7));
  }

  private static Integer number(Long value) {
    return value == null ? null : value.intValue();
  }
}

package org.pacegate.service.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import org.pacegate.domain.screening.ThresholdVersion;
import org.pacegate.service.screening.ThresholdLine.Standing;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/** Reads a clinic's versions of thresholds, with where each stands today. */
@ApplicationScoped
class ThresholdReading {

  private static final int MOST = 200;

  private static final String LINES =
      """
      select v.id, v.rule_set, v.rule_set_version, v.number, v.moved, v.reason,
             d.given_name || ' ' || d.family_name, v.drafted_at,
             p.given_name || ' ' || p.family_name, s.signed_at, l.number, s.effective_from,
             case when s.id is null then 'DRAFT'
                  when s.signed_on >= l.lapsed_on then 'FALLEN'
                  when exists (
                    select from threshold_signature t
                      join licence m on m.clinic_id = t.clinic_id and m.id = t.licence_id
                     where t.clinic_id = s.clinic_id and t.rule_set = s.rule_set
                       and t.rule_set_version = s.rule_set_version and t.place > s.place
                       and t.effective_from <= greatest(s.effective_from, cast(?1 as date))
                       and (m.lapsed_on is null or t.signed_on < m.lapsed_on)) then 'REPLACED'
                  when s.effective_from > ?1 then 'TO_COME'
                  else 'IN_FORCE'
             end
        from threshold_version v
        join practitioner d on d.clinic_id = v.clinic_id and d.id = v.drafted_by
        left join threshold_signature s
          on s.clinic_id = v.clinic_id and s.threshold_version_id = v.id
        left join practitioner p on p.clinic_id = s.clinic_id and p.id = s.signed_by
        left join licence l on l.clinic_id = s.clinic_id and l.id = s.licence_id
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /** The newest of them, newest first. */
  List<ThresholdLine> newest() {
    return lines(
        em.createNativeQuery(LINES + " order by v.drafted_at desc, v.id desc limit " + MOST));
  }

  /**
   * One of them.
   *
   * @throws NoSuchRecord if the clinic has no such version
   */
  ThresholdLine one(long thresholdId) {
    return lines(em.createNativeQuery(LINES + " where v.id = ?2").setParameter(2, thresholdId))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchRecord("ThresholdVersion", thresholdId));
  }

  private List<ThresholdLine> lines(Query query) {
    return Row.list(
        query.setParameter(1, clinic.today()),
        row ->
            new ThresholdLine(
                row.id(0),
                row.text(1),
                (int) row.id(2),
                (int) row.id(3),
                ThresholdVersion.valuesIn(row.text(4)),
                row.text(5),
                row.text(6),
                row.instant(7),
                row.text(8),
                row.instant(9),
                row.text(10),
                row.day(11),
                row.constant(12, Standing.class)));
  }
}

package org.pacegate.service.worklist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.Row;

/**
 * What has gone up to the administrator, who sees that something is overdue and no record (R8.33).
 */
@Stateless
@InClinic
@RolesAllowed("ADMIN")
public class OverdueDangers {

  private static final int MOST = 10;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private AuditTrail audit;

  /** The most urgent of the dangers that nobody dealt with, and how many there are. */
  public OverduePage open() {
    List<Row> rows =
        Row.list(
            em.createNativeQuery(
                """
                select d.urgency, d.taken_over, d.intake_id is not null, d.overdue_since,
                       (select max(x.escalated_at) from danger_escalation x
                         where x.to_role = 'ADMIN'
                           and (x.flag_id = d.flag_id or x.intake_id = d.intake_id)),
                       count(*) over ()
                  from danger d
                 where d.owner = 'ADMIN'
                 order by d.urgency, d.overdue_since, d.flag_id, d.intake_id
                 limit %d"""
                    .formatted(MOST)),
            row -> row);
    audit.record(AuditAction.SEARCH, "Flag", null, null, "overdue " + rows.size());
    return new OverduePage(
        rows.stream()
            .map(
                row ->
                    new OverdueDanger(
                        row.constant(0, Urgency.class),
                        row.flag(1),
                        row.flag(2),
                        row.instant(3),
                        row.instant(4)))
            .toList(),
        rows.isEmpty() ? 0 : rows.get(0).id(5));
  }
}

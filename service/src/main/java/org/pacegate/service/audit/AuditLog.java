package org.pacegate.service.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.Row;

/** The events of the caller's clinic, newest first (R9.7). */
@Stateless
@InClinic
@RolesAllowed("ADMIN")
public class AuditLog {

  private static final int PAGE = 100;

  private static final String EVENTS =
      """
      select e.id, e.at, p.given_name || ' ' || p.family_name, e.action, e.entity, e.entity_id, e.patient_id,
             e.detail, e.outcome = 'REFUSED', a.login
        from audit.events_of_clinic(cast(?1 as bigint), cast(?2 as bigint), ?3) e
        left join practitioner p on p.clinic_id = e.clinic_id and p.id = e.practitioner_id
        left join account a on a.clinic_id = e.clinic_id and a.id = e.entity_id and e.entity = 'Account'
       order by e.id desc
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private AuditTrail audit;

  /**
   * A page of events.
   *
   * @param below the last id of the page before, or null for the first page
   */
  public List<AuditLine> page(Long below) {
    audit.record(AuditAction.SEARCH, "AuditEvent", null, null, "clinic");
    return events(null, below);
  }

  /** Who read or changed one record, or saw it in a list. */
  public List<AuditLine> pageOfPatient(long patientId, Long below) {
    audit.record(AuditAction.SEARCH, "AuditEvent", null, patientId, "record");
    return events(patientId, below);
  }

  private List<AuditLine> events(Long patientId, Long below) {
    return Row.list(
        em.createNativeQuery(EVENTS)
            .setParameter(1, patientId)
            .setParameter(2, below)
            .setParameter(3, PAGE),
        AuditLog::line);
  }

  private static AuditLine line(Row row) {
    return new AuditLine(
        row.id(0),
        row.instant(1),
        row.text(2),
        AuditAction.valueOf(row.text(3)),
        row.text(4),
        row.idOrNull(5),
        row.text(9),
        row.idOrNull(6),
        row.text(7),
        row.flag(8));
  }
}

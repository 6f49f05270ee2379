package org.pacegate.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.service.shared.RequestIds;

/**
 * Writes audit events in the business transaction: no event, no change; no event, no data shown.
 * The database adds when, in which clinic and who.
 */
@ApplicationScoped
public class AuditTrail {

  private static final int LONGEST_DETAIL = 2_000;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  /**
   * Records one event.
   *
   * @param entity FHIR name of what it was done to, for example {@code Patient}
   * @param entityId its id, or null for a list
   * @param patientId whose record it belongs to, or null
   * @param detail facts such as states and counts, never a patient's words; or null
   */
  public void record(
      AuditAction action, String entity, Long entityId, Long patientId, String detail) {
    em.createNativeQuery(
            "insert into audit.event"
                + " (action, entity, entity_id, patient_id, request_id, detail, outcome)"
                + " values (?1, ?2, cast(?3 as bigint), cast(?4 as bigint), ?5, ?6, ?7)")
        .setParameter(1, action.name())
        .setParameter(2, entity)
        .setParameter(3, entityId)
        .setParameter(4, patientId)
        .setParameter(5, RequestIds.current().orElse(null))
        .setParameter(6, shortened(detail))
        .setParameter(7, action == AuditAction.REFUSE ? "REFUSED" : "DONE")
        .executeUpdate();
  }

  private static String shortened(String detail) {
    return detail == null || detail.length() <= LONGEST_DETAIL
        ? detail
        : detail.substring(0, LONGEST_DETAIL);
  }
}

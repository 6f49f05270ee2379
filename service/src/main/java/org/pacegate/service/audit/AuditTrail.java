package org.pacegate.service.audit;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.RequestIds;

/**
 * Writes audit events in the business transaction: no event, no change; no event, no data shown.
 * The database adds when, in which clinic and who.
 */
@ApplicationScoped
public class AuditTrail {

  private static final int LONGEST_DETAIL = 2_000;

  /** The ids of so many patients fit into a detail, however long they are. */
  private static final int MOST_PATIENTS = 90;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /**
   * Records one event.
   *
   * @param entity what it was done to, by FHIR's name where FHIR has one: {@code Patient}
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
        .setParameter(6, shortened(withDoor(detail)))
        .setParameter(7, action == AuditAction.REFUSE ? "REFUSED" : "DONE")
        .executeUpdate();
  }

  /**
   * Records that a list showed these patients: one event for all of them, found again from each
   * (R9.8). A list longer than a page may take several.
   *
   * @param detail what kind of list; the number of rows and the ids are added
   */
  public void recordList(String entity, List<Long> patients, String detail) {
    for (int from = 0; from == 0 || from < patients.size(); from += MOST_PATIENTS) {
      List<Long> some = patients.subList(from, Math.min(patients.size(), from + MOST_PATIENTS));
      String ids =
          some.isEmpty()
              ? ""
              : some.stream().map(Object::toString).collect(joining(",", " patients ", ""));
      record(AuditAction.SEARCH, entity, null, null, detail + " " + some.size() + ids);
    }
  }

  /** Nobody of the clinic is named where a runner acts: the door is. */
  private String withDoor(String detail) {
    return clinic
        .door()
        .map(visit -> visit.inAudit() + (detail == null ? "" : ": " + detail))
        .orElse(detail);
  }

  private static String shortened(String detail) {
    return detail == null || detail.length() <= LONGEST_DETAIL
        ? detail
        : detail.substring(0, LONGEST_DETAIL);
  }
}

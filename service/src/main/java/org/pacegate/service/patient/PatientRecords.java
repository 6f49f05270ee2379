package org.pacegate.service.patient;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Paging;
import org.pacegate.service.shared.Row;

/** One patient's record: the header of every page, the episodes, and everything recorded. */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class PatientRecords {

  private static final int TIMELINE_PAGE = 50;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private AuditTrail audit;
  @Inject private PatientReading reading;
  @Inject private KnownAs knownAs;

  /**
   * The header of a page about a patient.
   *
   * @throws NoSuchRecord if the clinic has no such patient
   */
  public PatientHeader header(long patientId) {
    PatientHeader header = reading.header(patientId);
    audit.record(AuditAction.READ, "Patient", patientId, patientId, "header");
    return header;
  }

  /**
   * The patient's page.
   *
   * @param timelinePage page of the timeline from 0
   * @throws NoSuchRecord if the clinic has no such patient
   */
  public PatientRecord open(long patientId, int timelinePage) {
    PatientHeader header = reading.header(patientId);
    audit.record(AuditAction.READ, "Patient", patientId, patientId, "record");
    List<TimelineEntry> entries = timeline(patientId, timelinePage);
    return new PatientRecord(
        header,
        knownAs.of(patientId),
        reading.episodes(patientId),
        entries.subList(0, Math.min(TIMELINE_PAGE, entries.size())),
        entries.size() > TIMELINE_PAGE);
  }

  private List<TimelineEntry> timeline(long patientId, int page) {
    return Row.list(
        em.createNativeQuery(
                "select at, kind, record_id, episode_id, code, words, recorded_by"
                    + " from (select * from timeline where kind not like 'REFERRAL\\_%'"
                    + " union all select * from referral_timeline"
                    + " union all select * from escalation_timeline) t"
                    + " where patient_id = ?1 order by at desc, record_id desc limit "
                    + (TIMELINE_PAGE + 1)
                    + " offset ?2")
            .setParameter(1, patientId)
            .setParameter(2, Paging.offset(page, TIMELINE_PAGE)),
        row ->
            new TimelineEntry(
                row.instant(0),
                row.text(1),
                row.id(2),
                row.idOrNull(3),
                row.text(4),
                row.text(5),
                row.text(6)));
  }
}

package org.pacegate.service.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.plan.PlanState;
import org.pacegate.domain.plan.SharedComplaints;
import org.pacegate.service.patient.EpisodeSummary;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.service.patient.PatientReading;
import org.pacegate.service.shared.Row;

/** Reads two records side by side; the number of statements does not grow with what they hold. */
@ApplicationScoped
class MergeReading {

  private static final String DETAILS =
      """
      select p.phone, p.email, p.registered_at,
             (select string_agg(n.family_name || ', ' || n.given_name, ' · ' order by n.ended_at)
                from patient_previous_name n where n.patient_id = p.id and n.withdrawn_at is null),
             (select string_agg(m.record_number, ', ' order by m.record_number)
                from merged_record m where m.survivor_id = p.id),
             (select count(*) from consent c where c.patient_id = p.id),
             (select count(*) from intake i where i.patient_id = p.id and i.state in ('DRAFT', 'RECEIVED')),
             (select string_agg(distinct cast(e.id as text), ',')
                from episode e
                join screening s on s.clinic_id = e.clinic_id and s.episode_id = e.id
                join screening_flag f on f.clinic_id = s.clinic_id and f.screening_id = s.id
               where e.patient_id = p.id and e.state <> 'TRANSFERRED' and f.state <> 'CLEARED'
                 and f.urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY')),
             exists (select from intake i
                      where i.patient_id = p.id and i.state in ('DRAFT', 'RECEIVED') and i.danger_since is not null)
        from patient p where p.id = ?1
      """;

  private static final String SEEN =
      """
      select encode(sha256(convert_to(
               string_agg(r.table_name || r.row_key || digest_of(r.content), ',' order by r.table_name, r.row_key),
               'UTF8')), 'hex')
        from (select * from patient_rows(?1) union all select * from patient_rows(?2)) r
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private PatientReading reading;

  private record Details(
      String phone,
      String email,
      Instant registeredAt,
      String previousNames,
      String mergedNumbers,
      long consents,
      long drafts,
      Set<Long> dangers,
      boolean dangerInIntake) {}

  MergeSide side(long patientId) {
    PatientHeader header = reading.header(patientId);
    Details details =
        Row.list(em.createNativeQuery(DETAILS).setParameter(1, patientId), MergeReading::details)
            .get(0);
    return new MergeSide(
        header,
        details.phone(),
        details.email(),
        details.registeredAt(),
        details.previousNames(),
        details.mergedNumbers(),
        details.consents(),
        details.drafts(),
        reading.episodes(patientId),
        details.dangers(),
        details.dangerInIntake());
  }

  private static Details details(Row row) {
    return new Details(
        row.text(0),
        row.text(1),
        row.instant(2),
        row.text(3),
        row.text(4),
        row.id(5),
        row.id(6),
        ids(row.text(7)),
        row.flag(8));
  }

  private static Set<Long> ids(String list) {
    return list == null
        ? Set.of()
        : Arrays.stream(list.split(",", -1)).map(Long::valueOf).collect(Collectors.toSet());
  }

  /** What both records hold, as one value: another one when anything in them has changed. */
  String seen(long patientId, long otherPatientId) {
    return Row.list(
            em.createNativeQuery(SEEN)
                .setParameter(1, Math.min(patientId, otherPatientId))
                .setParameter(2, Math.max(patientId, otherPatientId)),
            row -> row.text(0))
        .get(0);
  }

  static SharedComplaints shared(MergeSide one, MergeSide other) {
    return new SharedComplaints(open(one), open(other));
  }

  private static List<SharedComplaints.Open> open(MergeSide side) {
    return side.open().stream()
        .map(e -> new SharedComplaints.Open(e.episodeId(), e.bodySite(), e.side()))
        .toList();
  }

  /** Plans that go on now and would not beside the other record's dangers. */
  static Set<Long> suspended(MergeSide one, MergeSide other) {
    Set<Long> suspended = new HashSet<>();
    if (other.isInDanger()) {
      suspended.addAll(treated(one));
    }
    if (one.isInDanger()) {
      suspended.addAll(treated(other));
    }
    return suspended;
  }

  private static Set<Long> treated(MergeSide side) {
    return side.episodes().stream()
        .filter(e -> e.planState() == PlanState.ACTIVE || e.planState() == PlanState.ON_HOLD)
        .map(EpisodeSummary::planId)
        .collect(Collectors.toSet());
  }
}

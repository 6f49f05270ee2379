package org.pacegate.service.worklist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.Paging;
import org.pacegate.service.shared.Row;

/** Who waits for what, since when, most dangerous first. */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class Worklist {

  private static final int PAGE = 25;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;

  /** What waits for somebody with the caller's roles. */
  public WorklistPage mine(int page) {
    return page(Waiting.forRoles(clinic.acting().roles()), page);
  }

  /**
   * What waits for some of the steps; the caller sees steps of other roles too, since they are the
   * same patients.
   *
   * @param page from 0
   */
  public WorklistPage of(Collection<Waiting> steps, int page) {
    return page(Set.copyOf(steps), page);
  }

  /** Rows on one page. */
  public static int pageSize() {
    return PAGE;
  }

  private WorklistPage page(Set<Waiting> steps, int page) {
    Map<Waiting, Long> counts = new EnumMap<>(Waiting.class);
    long urgent = 0;
    for (Object row : counts()) {
      Row count = new Row(row);
      counts.put(count.constant(0, Waiting.class), count.id(1));
      urgent += count.id(2);
    }
    long total = steps.stream().mapToLong(step -> counts.getOrDefault(step, 0L)).sum();
    List<WorklistRow> rows = rows(steps, page);
    audit.recordList(
        "EpisodeOfCare", rows.stream().map(WorklistRow::patientId).toList(), "worklist");
    return new WorklistPage(rows, counts, urgent, total);
  }

  private List<?> counts() {
    return em.createNativeQuery(
            "select waits_for, count(*), count(*) filter"
                + " (where urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY'))"
                + " from worklist group by waits_for")
        .getResultList();
  }

  private List<WorklistRow> rows(Set<Waiting> steps, int page) {
    String asked = steps.stream().map(Waiting::name).collect(Collectors.joining(","));
    return Row.list(
        em.createNativeQuery(
                """
                select episode_id, patient_id, family_name, given_name, birth_date, record_number,
                       state, body_site, side, waits_for, since, screening_id, act_by, urgency
                  from worklist where waits_for = any(string_to_array(?1, ','))
                 order by urgency nulls last, act_by nulls last, since, episode_id
                 limit ?2 offset ?3
                """)
            .setParameter(1, asked)
            .setParameter(2, PAGE)
            .setParameter(3, Paging.offset(page, PAGE)),
        Worklist::row);
  }

  private static WorklistRow row(Row row) {
    return new WorklistRow(
        row.id(0),
        row.id(1),
        row.text(2),
        row.text(3),
        row.day(4),
        row.text(5),
        row.constant(6, EpisodeState.class),
        row.constant(7, BodySite.class),
        row.constant(8, Side.class),
        row.constant(9, Waiting.class),
        row.instant(10),
        row.idOrNull(11),
        row.instant(12),
        row.constant(13, Urgency.class));
  }
}

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
import java.util.Objects;
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

  /** What episodes wait for, dangerous drafts, and what an emergency left no time for. */
  private static final String WAITING =
      """
      (select null as intake_id, episode_id, patient_id, family_name, given_name, birth_date,
              record_number, state, body_site, side, waits_for, since, screening_id, act_by, urgency,
              danger_undecided
         from worklist
       union all
       select intake_id, episode_id, patient_id, family_name, given_name, birth_date,
              record_number, state, body_site, side, 'FINISH_INTAKE', since, null, act_by, urgency,
              false
         from dangerous_draft
       union all
       select intake_id, episode_id, patient_id, family_name, given_name, birth_date,
              record_number, state, body_site, side, 'COMPLETE_RECORD', since, null, null, null,
              false
         from incomplete_record) w
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;

  /** What waits for somebody with the caller's roles. */
  public WorklistPage mine(int page) {
    return page(Waiting.forRoles(clinic.acting().roles()), false, page);
  }

  /**
   * What waits for some of the steps; the caller sees steps of other roles too, since they are the
   * same patients.
   *
   * @param page from 0
   */
  public WorklistPage of(Collection<Waiting> steps, int page) {
    return page(Set.copyOf(steps), false, page);
  }

  /**
   * What waits for a physician: their steps, and every flag at U0 or U1 that nobody has decided,
   * whatever step comes first.
   *
   * @param page from 0
   */
  public WorklistPage inbox(int page) {
    return page(Waiting.forPhysicians(), true, page);
  }

  /** Rows on one page. */
  public static int pageSize() {
    return PAGE;
  }

  private WorklistPage page(Set<Waiting> steps, boolean dangers, int page) {
    Map<Waiting, Long> counts = new EnumMap<>(Waiting.class);
    long urgent = 0;
    long total = 0;
    for (Object row : counts()) {
      Row count = new Row(row);
      counts.put(count.constant(0, Waiting.class), count.id(1));
      urgent += count.id(2);
      boolean asked = steps.contains(count.constant(0, Waiting.class));
      total += asked ? count.id(1) : dangers ? count.id(3) : 0;
    }
    List<WorklistRow> rows = rows(steps, dangers, page);
    audit.recordList(
        "EpisodeOfCare",
        rows.stream().map(WorklistRow::patientId).filter(Objects::nonNull).toList(),
        "worklist");
    return new WorklistPage(rows, counts, urgent, total);
  }

  private List<?> counts() {
    return em.createNativeQuery(
            "select waits_for, count(*), count(*) filter"
                + " (where urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY')),"
                + " count(*) filter (where danger_undecided)"
                + " from "
                + WAITING
                + " group by waits_for")
        .getResultList();
  }

  private List<WorklistRow> rows(Set<Waiting> steps, boolean dangers, int page) {
    String asked = steps.stream().map(Waiting::name).collect(Collectors.joining(","));
    return Row.list(
        em.createNativeQuery(
                "select * from "
                    + WAITING
                    + " where waits_for = any(string_to_array(?1, ',')) or ?4 and danger_undecided"
                    + " order by urgency nulls last, waits_for not in ('ACKNOWLEDGE', 'FINISH_INTAKE'),"
                    + " act_by nulls last, since, intake_id, episode_id"
                    + " limit ?2 offset ?3")
            .setParameter(1, asked)
            .setParameter(2, PAGE)
            .setParameter(3, Paging.offset(page, PAGE))
            .setParameter(4, dangers),
        Worklist::row);
  }

  private static WorklistRow row(Row row) {
    return new WorklistRow(
        row.idOrNull(0),
        row.idOrNull(1),
        row.idOrNull(2),
        row.text(3),
        row.text(4),
        row.day(5),
        row.text(6),
        row.constant(7, EpisodeState.class),
        row.constant(8, BodySite.class),
        row.constant(9, Side.class),
        row.constant(10, Waiting.class),
        row.instant(11),
        row.idOrNull(12),
        row.instant(13),
        row.constant(14, Urgency.class));
  }
}

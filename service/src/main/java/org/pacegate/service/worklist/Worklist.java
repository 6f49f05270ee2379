package org.pacegate.service.worklist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.OwnLicence;
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

  /**
   * What episodes wait for, dangerous drafts, and what an emergency left no time for; each with who
   * has to act on its first danger now. Of several dangers of an episode that is the one of the
   * screening in question, then the most urgent.
   */
  private static final String WAITING =
      """
      (select null as intake_id, w.episode_id, w.patient_id, family_name, given_name, birth_date,
              record_number, state, body_site, side, waits_for, w.since, w.screening_id,
              coalesce(d.due_at, d.overdue_since, w.act_by) as act_by, w.urgency, d.owner,
              d.owner_before, d.overdue_since, null as taken_back_at,
              w.danger_undecided or d.owner in ('PHYSICIAN', 'ADMIN') and d.overdue_since is not null
                as for_physicians
         from worklist w
         left join lateral (
           select * from danger i
            where i.episode_id = w.episode_id and i.flag_id is not null
            order by i.screening_id is distinct from w.screening_id, i.urgency, i.due_at nulls first,
                     i.flag_id limit 1) d on true
       union all
       select w.intake_id, w.episode_id, w.patient_id, family_name, given_name, birth_date,
              record_number, state, body_site, side, 'FINISH_INTAKE', w.since, null,
              coalesce(d.due_at, d.overdue_since, w.act_by), w.urgency, d.owner, d.owner_before,
              d.overdue_since, d.taken_back_at, d.owner <> 'STAFF'
         from dangerous_draft w join danger d on d.intake_id = w.intake_id
        where w.intake_id not in (select r.intake_id from received_intake r)
       union all
       select w.intake_id, null, w.patient_id, family_name, given_name, birth_date,
              record_number, null, null, null, 'TAKE_IN', w.since, null,
              coalesce(d.due_at, d.overdue_since, w.act_by),
              case when w.danger_since is not null then w.urgency end, d.owner, d.owner_before,
              d.overdue_since, d.taken_back_at, coalesce(d.owner <> 'STAFF', false)
         from received_intake w left join danger d on d.intake_id = w.intake_id
       union all
       select intake_id, episode_id, patient_id, family_name, given_name, birth_date,
              record_number, state, body_site, side, 'COMPLETE_RECORD', since, null, null, null,
              null, null, null, null, false
         from incomplete_record
       union all
       select null, d.episode_id, e.patient_id, p.family_name, p.given_name, p.birth_date,
              p.record_number, e.state, e.body_site, e.side, 'REVIEW_DIAGNOSIS', r.asked_at, null,
              cast(r.due_on + 1 as timestamp) at time zone c.time_zone, null, null, null, null, null,
              false
         from review_of_diagnosis r
         join diagnosis d on d.clinic_id = r.clinic_id and d.id = r.diagnosis_id
         join episode e on e.clinic_id = d.clinic_id and e.id = d.episode_id
         join patient p on p.clinic_id = e.clinic_id and p.id = e.patient_id
         join clinic c on c.id = r.clinic_id
        where r.is_open) w
      """;

  /** Of which steps, or whether of everything a physician must see; and whose dangers. */
  private static final String ASKED =
      """
       (waits_for = any(string_to_array(?1, ','))
         and (owner is null or owner = any(string_to_array(?2, ','))) or ?3 and for_physicians)""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private OwnLicence licence;

  /**
   * What waits for somebody with the caller's roles. A danger that went on to another role is no
   * longer in it; it is found among the steps.
   *
   * @param page from 0
   */
  public WorklistPage mine(int page) {
    return page(takes(), Waiting.ownersBefore(clinic.acting().roles()), false, page);
  }

  /**
   * What waits for some of the steps; the caller sees steps of other roles too, since they are the
   * same patients.
   *
   * @param page from 0
   */
  public WorklistPage of(Collection<Waiting> steps, int page) {
    return page(Set.copyOf(steps), Set.of(Role.values()), false, page);
  }

  /**
   * What waits for a physician: their steps, every flag at U0 or U1 that nobody has decided,
   * whatever step comes first, and every danger that was escalated.
   *
   * @param page from 0
   */
  public WorklistPage inbox(int page) {
    return page(Waiting.forPhysicians(), Set.of(Role.values()), true, page);
  }

  /** Rows on one page. */
  public static int pageSize() {
    return PAGE;
  }

  private WorklistPage page(Set<Waiting> steps, Set<Role> owners, boolean dangers, int page) {
    Map<Waiting, Long> counts = new EnumMap<>(Waiting.class);
    long urgent = 0;
    long total = 0;
    for (Object row : counts(steps, owners, dangers)) {
      Row count = new Row(row);
      counts.put(count.constant(0, Waiting.class), count.id(1));
      urgent += count.id(2);
      total += count.id(3);
    }
    List<WorklistRow> rows = rows(steps, owners, dangers, page);
    audit.recordList(
        "EpisodeOfCare",
        rows.stream().map(WorklistRow::patientId).filter(Objects::nonNull).toList(),
        "worklist");
    return new WorklistPage(rows, counts, urgent, total, takes());
  }

  /** Without a signed policy nobody but a physician diagnoses, and nothing has to be asked. */
  private Set<Waiting> takes() {
    Set<Role> roles = clinic.acting().roles();
    boolean asks = roles.contains(Role.THERAPIST) && !clinic.acting().policy().signed().isEmpty();
    return Waiting.forCaller(roles, asks && licence.toDiagnose().isPresent());
  }

  private List<?> counts(Set<Waiting> steps, Set<Role> owners, boolean dangers) {
    String all =
        "select waits_for, count(*), count(*) filter"
            + " (where urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY')),"
            + " count(*) filter (where"
            + ASKED
            + ") from "
            + WAITING
            + " group by waits_for";
    return asked(all, steps, owners, dangers).getResultList();
  }

  private List<WorklistRow> rows(Set<Waiting> steps, Set<Role> owners, boolean dangers, int page) {
    String some =
        "select * from "
            + WAITING
            + " where"
            + ASKED
            + " order by urgency nulls last, waits_for not in ('ACKNOWLEDGE', 'FINISH_INTAKE', 'TAKE_IN'),"
            + " coalesce(overdue_since, act_by) nulls last, since, intake_id, episode_id"
            + " limit ?4 offset ?5";
    return Row.list(
        asked(some, steps, owners, dangers)
            .setParameter(4, PAGE)
            .setParameter(5, Paging.offset(page, PAGE)),
        Worklist::row);
  }

  private Query asked(String sql, Set<Waiting> steps, Set<Role> owners, boolean dangers) {
    return em.createNativeQuery(sql)
        .setParameter(1, steps.stream().map(Waiting::name).collect(Collectors.joining(",")))
        .setParameter(2, owners.stream().map(Role::name).collect(Collectors.joining(",")))
        .setParameter(3, dangers);
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
        row.constant(14, Urgency.class),
        row.constant(15, Role.class),
        row.constant(16, Role.class),
        row.instant(17),
        row.instant(18));
  }
}

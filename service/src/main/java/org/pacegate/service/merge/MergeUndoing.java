package org.pacegate.service.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.patient.PatientMerge;
import org.pacegate.domain.patient.PatientMergeUndo;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/**
 * Remembers what both records held right after a merge, and puts back what it changed. Rows are put
 * back as they were; what was recorded about the merge itself stays, and its undoing is added.
 */
@ApplicationScoped
class MergeUndoing {

  private static final String REMEMBER =
      """
      insert into patient_merge_row (merge_id, moment, table_name, row_key, digest)
      select ?1, 'AFTER', r.table_name, r.row_key, digest_of(r.content)
        from (select * from patient_rows(?2) union all select * from patient_rows(?3)) r
      """;

  private static final String NOW =
      """
      with now as materialized (
        select r.table_name, r.row_key, digest_of(r.content) as digest
          from (select * from patient_rows(?2) union all select * from patient_rows(?3)) r)
      """;

  private static final String NEW_SINCE =
      NOW
          + """
            select distinct coalesce(r.table_name, now.table_name)
              from (select * from patient_merge_row where merge_id = ?1 and moment = 'AFTER') r
              full join now on now.table_name = r.table_name and now.row_key = r.row_key
             where now.digest is distinct from r.digest
            """;

  private static final String NOT_BACK =
      NOW
          + """
            select r.table_name, r.row_key from patient_merge_row r
              left join now on now.table_name = r.table_name and now.row_key = r.row_key
             where r.merge_id = ?1 and r.moment = 'BEFORE' and now.digest is distinct from r.digest
            """;

  private static final String IDENTITY =
      """
      update patient p
         set family_name = b.family_name, given_name = b.given_name, birth_date = b.birth_date, sex = b.sex,
             phone = b.phone, email = b.email, language = b.language, version = p.version + 1
        from patient_merge_row r
       cross join lateral jsonb_populate_record(cast(null as patient), r.content) b
       where r.merge_id = ?1 and r.moment = 'BEFORE' and r.table_name = 'patient' and r.row_key = ?2
         and p.id = b.id
      """;

  private static final String NAMES =
      """
      update patient_previous_name n set withdrawn_at = ?2, version = n.version + 1
        from patient_merge_row r
       where r.merge_id = ?1 and r.moment = 'AFTER' and r.table_name = 'patient_previous_name'
         and n.id = cast(r.row_key as bigint)
         and not exists (select from patient_merge_row b
                          where b.merge_id = r.merge_id and b.moment = 'BEFORE' and b.table_name = r.table_name
                            and b.row_key = r.row_key)
      """;

  /** Plans that the merge suspended; those that would not stand today stay suspended. */
  private static final String PLANS =
      """
      with back as (
        select b.id, b.state, b.state_since, b.state_reason, c.state as now
          from patient_merge_row r
         cross join lateral jsonb_populate_record(cast(null as care_plan), r.content) b
          join care_plan c on c.id = b.id
         where r.merge_id = ?1 and r.moment = 'BEFORE' and r.table_name = 'care_plan' and c.state <> b.state
           and (b.state <> 'ACTIVE' or plan_would_stand(r.content))),
      step as (
        insert into plan_transition (id, plan_id, from_state, to_state, reason, at, by)
        select nextval('record_seq'), id, now, state, 'plan.unmerged', ?2, ?3 from back)
      update care_plan c
         set state = back.state, state_since = back.state_since, state_reason = back.state_reason,
             version = c.version + 1
        from back where c.id = back.id
      """;

  private static final String EPISODES =
      """
      with back as (
        select b.id, b.state, b.state_since, e.state as now
          from patient_merge_row r
         cross join lateral jsonb_populate_record(cast(null as episode), r.content) b
          join episode e on e.id = b.id
         where r.merge_id = ?1 and r.moment = 'BEFORE' and r.table_name = 'episode' and e.state <> b.state
           and (b.state not in ('PLAN_ACTIVE', 'ON_HOLD') or exists (
                 select from care_plan c where c.episode_id = b.id and c.state in ('ACTIVE', 'ON_HOLD')))),
      step as (
        insert into episode_transition (id, episode_id, from_state, to_state, reason, at, by)
        select nextval('record_seq'), id, now, state, 'episode.unmerged', ?2, ?3 from back)
      update episode e set state = back.state, state_since = back.state_since, version = e.version + 1
        from back where e.id = back.id
      """;

  /** What may differ after all: a plan that stays suspended, and the state of its episode. */
  private static final Set<String> LEFT = Set.of("care_plan", "episode");

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private MergeLocks locks;

  /** Keeps what both records hold now, right after they became one. */
  void remember(PatientMerge merge) {
    em.createNativeQuery(REMEMBER)
        .setParameter(1, merge.id())
        .setParameter(2, merge.survivorId())
        .setParameter(3, merge.mergedId())
        .executeUpdate();
  }

  UndoneMerge undo(UndoMerge command) {
    PatientMerge merge = standing(command.patientId());
    locks.lock(merge.survivorId(), merge.mergedId());
    if (standing(command.patientId()).id().longValue() != merge.id()) {
      throw new DomainRefusal("merge.notMerged", "patient " + command.patientId());
    }
    PatientMergeUndo undo =
        new PatientMergeUndo(
            merge, locks.locked(merge.survivorId()), command.reason(), clinic.attribution());
    TreeSet<String> since = new TreeSet<>(names(NEW_SINCE, merge));
    if (!since.isEmpty()) {
      throw new MergeKept(merge.id(), since);
    }
    em.persist(undo);
    em.flush(); // the database moves the rows back now
    putBack(merge);
    int left = expectBack(merge);
    for (long patient : List.of(merge.survivorId(), merge.mergedId())) {
      audit.record(AuditAction.CHANGE, "Patient", patient, patient, "merge undone " + merge.id());
    }
    return new UndoneMerge(merge.survivorId(), left);
  }

  private PatientMerge standing(long mergedId) {
    List<PatientMerge> merges =
        em.createQuery(
                "select m from PatientMerge m where m.mergedId = :id and not exists"
                    + " (select u from PatientMergeUndo u where u.mergeId = m.id)",
                PatientMerge.class)
            .setParameter("id", mergedId)
            .getResultList();
    if (merges.isEmpty()) {
      if (em.createQuery("select p.id from Patient p where p.id = :id", Long.class)
          .setParameter("id", mergedId)
          .getResultList()
          .isEmpty()) {
        throw new NoSuchRecord("Patient", mergedId);
      }
      throw new DomainRefusal("merge.notMerged", "patient " + mergedId);
    }
    return merges.get(0);
  }

  private List<String> names(String query, PatientMerge merge) {
    return Row.list(
        em.createNativeQuery(query)
            .setParameter(1, merge.id())
            .setParameter(2, merge.survivorId())
            .setParameter(3, merge.mergedId()),
        row -> row.text(0));
  }

  private void putBack(PatientMerge merge) {
    em.createNativeQuery(IDENTITY)
        .setParameter(1, merge.id())
        .setParameter(2, Long.toString(merge.survivorId()))
        .executeUpdate();
    Timestamp now = Timestamp.from(clinic.now());
    em.createNativeQuery(NAMES).setParameter(1, merge.id()).setParameter(2, now).executeUpdate();
    for (String steps : List.of(PLANS, EPISODES)) {
      em.createNativeQuery(steps)
          .setParameter(1, merge.id())
          .setParameter(2, now)
          .setParameter(3, clinic.acting().practitionerId())
          .executeUpdate();
    }
  }

  /**
   * Refuses to end with anything that is not as it was.
   *
   * @return how many plans stay suspended
   */
  private int expectBack(PatientMerge merge) {
    List<String> different = names(NOT_BACK, merge);
    if (!LEFT.containsAll(different)) {
      throw new IllegalStateException("merge " + merge.id() + " left " + different);
    }
    return (int) different.stream().filter("care_plan"::equals).count();
  }
}

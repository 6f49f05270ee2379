package org.pacegate.service.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.screening.Danger;
import org.pacegate.domain.screening.DangerClock;
import org.pacegate.domain.screening.Escalation;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.DangerClocks;
import org.pacegate.service.shared.Row;

/**
 * Records that a danger went to the next role (R1.91, R1.92). Nobody is signed in: it enters one
 * clinic a transaction, with nobody acting, and everything it reads and writes there is under that
 * clinic's policies.
 */
@ApplicationScoped
public class DangerEscalation {

  /** A screening or intake that somebody is about to deal with is left to them. */
  private static final String LOCKED =
      """
      select r.id from %1$s r
       where r.id in (select d.%1$s_id from danger d where d.due_at <= ?1)
       order by r.id for no key update skip locked""";

  private static final String DUE =
      """
      select d.flag_id, d.intake_id, d.screening_id, d.patient_id, d.urgency, d.taken_over, d.owner,
             d.due_at, v.id, v.moved
        from danger d
        left join screening s on s.clinic_id = d.clinic_id and s.id = d.screening_id
        left join intake i on i.clinic_id = d.clinic_id and i.id = d.intake_id
        left join threshold_version v
          on v.clinic_id = d.clinic_id and v.id = coalesce(s.deadlines_id, i.deadlines_id)
       where d.due_at <= ?1 and (d.screening_id = any(cast(string_to_array(?2, ',') as bigint[]))
                                 or d.intake_id = any(cast(string_to_array(?3, ',') as bigint[])))
       order by d.due_at, d.flag_id, d.intake_id""";

  private static final String RECORD =
      """
      insert into danger_escalation
             (flag_id, intake_id, step, from_role, to_role, due_at, next_due_at, escalated_at)
      values (cast(?1 as bigint), cast(?2 as bigint), ?3, ?4, ?5, ?6, cast(?7 as timestamptz), ?8)
      on conflict do nothing""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext context;
  @Inject private DangerClocks clocks;
  @Inject private AuditTrail audit;

  /** A danger with what it is about, and the clock that it was found with (R1.101). */
  private record Due(
      Long flagId,
      Long intakeId,
      Long screeningId,
      Long patientId,
      Danger danger,
      DangerClock clock) {}

  /** Clinics in which a deadline has passed by now. */
  @Transactional(TxType.REQUIRES_NEW)
  public List<Long> clinicsDue(Instant now) {
    return Row.list(
        em.createNativeQuery("select clinics_with_danger_due(?1)")
            .setParameter(1, Timestamp.from(now)),
        row -> row.id(0));
  }

  /**
   * Escalates everything due in one clinic, each deadline once, whoever else does so at the same
   * time.
   *
   * @return how many deadlines that were
   */
  @Transactional(TxType.REQUIRES_NEW)
  public int inClinic(long clinic, Instant now) {
    ZoneId zone = enter(clinic);
    int count = 0;
    for (Due due : due(now, clocks.unsigned(zone))) {
      for (Escalation missed : due.danger().missedBy(now, due.clock())) {
        count += recorded(due, missed, now);
      }
    }
    return count;
  }

  private ZoneId enter(long clinic) {
    context.enterAsNobody(clinic);
    return ZoneId.of(
        (String) em.createNativeQuery("select time_zone from clinic").getSingleResult());
  }

  private List<Due> due(Instant now, DangerClock unsigned) {
    String screenings = locked("screening", now);
    String intakes = locked("intake", now);
    return Row.list(
        em.createNativeQuery(DUE)
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, screenings)
            .setParameter(3, intakes),
        row ->
            new Due(
                row.idOrNull(0),
                row.idOrNull(1),
                row.idOrNull(2),
                row.idOrNull(3),
                new Danger(
                    row.constant(4, Urgency.class),
                    row.flag(5),
                    row.constant(6, Role.class),
                    row.instant(7)),
                row.idOrNull(8) == null
                    ? unsigned
                    : DangerClocks.signed(unsigned.zone(), row.id(8), row.text(9))));
  }

  private String locked(String table, Instant now) {
    return Row.list(
            em.createNativeQuery(LOCKED.formatted(table)).setParameter(1, Timestamp.from(now)),
            row -> row.id(0))
        .stream()
        .map(Object::toString)
        .collect(Collectors.joining(","));
  }

  private int recorded(Due due, Escalation missed, Instant now) {
    int written =
        em.createNativeQuery(RECORD)
            .setParameter(1, due.flagId())
            .setParameter(2, due.intakeId())
            .setParameter(3, missed.step().name())
            .setParameter(4, missed.from().name())
            .setParameter(5, missed.to().name())
            .setParameter(6, Timestamp.from(missed.due()))
            .setParameter(7, missed.next().map(Timestamp::from).orElse(null))
            .setParameter(8, Timestamp.from(now))
            .executeUpdate();
    if (written > 0) {
      audit.record(
          AuditAction.CHANGE,
          due.flagId() == null ? "Intake" : "Screening",
          due.flagId() == null ? due.intakeId() : due.screeningId(),
          due.patientId(),
          "escalated %s from %s to %s%s"
              .formatted(
                  missed.step(),
                  missed.from(),
                  missed.to(),
                  due.flagId() == null ? "" : ", flag " + due.flagId()));
    }
    return written;
  }
}

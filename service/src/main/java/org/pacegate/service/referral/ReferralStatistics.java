package org.pacegate.service.referral;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.Row;

/** How long referrals wait at which step, how many come back, and why they are declined (R5.53). */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class ReferralStatistics {

  private static final Duration LOOKED_BACK = Duration.ofDays(365);
  private static final int MOST_DECLINES = 25;

  /**
   * Of those that were not replaced or taken back. The first time that a referral came to each step
   * counts; an appointment that is moved counts once.
   */
  private static final String FIGURES =
      """
      with sent as (
        select f.clinic_id, f.id, f.target, f.state, f.closed_at from referral f
         where f.sent_at >= ?1 and f.state not in ('ENTERED_IN_ERROR', 'SUPERSEDED', 'CANCELLED')),
      came as (
        select s.id, s.target, s.state, s.closed_at,
               min(t.at) filter (where t.to_state = 'SENT') as sent,
               min(t.at) filter (where t.to_state = 'RECEIVED') as received,
               min(t.at) filter (where t.to_state = 'ACCEPTED') as accepted,
               min(t.at) filter (where t.to_state = 'SCHEDULED') as scheduled,
               min(t.at) filter (where t.to_state = 'IN_PROGRESS') as seen,
               min(t.at) filter (where t.to_state = 'COMPLETED') as completed,
               bool_or(t.to_state = 'NO_SHOW') as missed
          from sent s join referral_transition t on t.clinic_id = s.clinic_id and t.referral_id = s.id
         group by s.id, s.target, s.state, s.closed_at)
      select target, count(*), count(*) filter (where state = 'COMPLETED'),
             count(*) filter (where closed_at is null), count(*) filter (where state = 'DECLINED'),
             count(*) filter (where state = 'EXPIRED'), count(*) filter (where missed),
             %s,
             %s,
             %s,
             %s,
             %s,
             %s
        from came
       group by grouping sets ((target), ())
      having count(*) > 0
       order by target is not null, count(*) desc, target
      """
          .formatted(
              median("sent", "received"),
              median("received", "accepted"),
              median("accepted", "scheduled"),
              median("scheduled", "seen"),
              median("seen", "completed"),
              median("sent", "completed"));

  private static final String DECLINES =
      """
      select f.id, e.patient_id, t.at, f.target, r.name, t.reason
        from referral_transition t
        join referral f on f.clinic_id = t.clinic_id and f.id = t.referral_id
        join episode e on e.clinic_id = f.clinic_id and e.id = f.episode_id
        left join recipient r on r.clinic_id = f.clinic_id and r.id = f.recipient_id
       where t.to_state = 'DECLINED' and t.at >= ?1 and f.state <> 'ENTERED_IN_ERROR'
       order by t.at desc, t.id desc
       limit ?2
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;

  /** Days that half of them took from one step to another, with one decimal. */
  private static String median(String from, String to) {
    return "round(cast(percentile_cont(0.5) within group (order by extract(epoch from "
        + (to + " - " + from)
        + ")) / 86400 as numeric), 1)";
  }

  /** The last 365 days. */
  public ReferralYear lastYear() {
    Timestamp since = Timestamp.from(clinic.now().minus(LOOKED_BACK));
    List<DeclineLine> declines =
        Row.list(
            em.createNativeQuery(DECLINES).setParameter(1, since).setParameter(2, MOST_DECLINES),
            row ->
                new DeclineLine(
                    row.id(0), row.id(1), row.instant(2), row.text(3), row.text(4), row.text(5)));
    audit.recordList(
        "ServiceRequest", declines.stream().map(DeclineLine::patientId).toList(), "declined");
    return new ReferralYear(
        Row.list(em.createNativeQuery(FIGURES).setParameter(1, since), ReferralStatistics::figures),
        declines);
  }

  private static ReferralFigures figures(Row row) {
    return new ReferralFigures(
        row.text(0),
        (int) row.id(1),
        (int) row.id(2),
        (int) row.id(3),
        (int) row.id(4),
        (int) row.id(5),
        (int) row.id(6),
        row.amount(7),
        row.amount(8),
        row.amount(9),
        row.amount(10),
        row.amount(11),
        row.amount(12));
  }
}

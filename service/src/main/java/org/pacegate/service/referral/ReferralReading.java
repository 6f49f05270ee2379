package org.pacegate.service.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.referral.DeliveryState;
import org.pacegate.domain.referral.LetterText;
import org.pacegate.domain.referral.ReferralResult;
import org.pacegate.domain.referral.ReferralState;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Paging;
import org.pacegate.service.shared.Row;

/** Reads referrals as they are shown. The service that calls it writes the audit event. */
@ApplicationScoped
class ReferralReading {

  /** {@link ReferralProblem}, by the clock of the transaction. */
  private static final String WITH_PROBLEM =
      """
      from (select r.*,
              case
                when r.state = 'DRAFT' and least(r.due_at, coalesce(
                  (select min(f.act_by) from screening_flag f
                    where f.clinic_id = r.clinic_id and f.screening_id = r.screening_id
                      and f.urgency <> 'U3_ROUTINE'),
                  r.requested_at + case r.urgency
                    when 'U0_EMERGENCY_NOW' then interval '15 minutes'
                    when 'U1_SAME_DAY' then interval '4 hours'
                    else interval '1 day' end)) <= t.now then 'NOT_SENT'
                when r.state = 'SENT' and (r.delivery in ('BOUNCED', 'FAILED')
                  or r.delivery = 'QUEUED' and r.sent_at + case r.urgency
                    when 'U0_EMERGENCY_NOW' then interval '15 minutes'
                    else interval '1 hour' end <= t.now)
                  then 'NOT_DELIVERED'
                when r.state in ('SENT', 'RECEIVED', 'ACCEPTED') and (r.due_at <= t.now
                  or r.sent_at + case r.urgency
                    when 'U0_EMERGENCY_NOW' then interval '15 minutes'
                    when 'U1_SAME_DAY' then interval '4 hours'
                    else 0.75 * (r.expires_at - r.sent_at) end <= t.now)
                  then case r.state when 'SENT' then 'NOT_RECEIVED'
                                    when 'RECEIVED' then 'NOT_ACCEPTED' else 'NOT_SCHEDULED' end
                when r.state = 'NO_SHOW' then 'MISSED'
                when r.state = 'SCHEDULED' and r.appointment_at + case r.urgency
                    when 'U0_EMERGENCY_NOW' then interval '1 hour'
                    when 'U1_SAME_DAY' then interval '1 hour'
                    when 'U2_URGENT_1_2W' then interval '4 hours'
                    else interval '1 day' end <= t.now
                  then 'NOT_SEEN'
                when r.state = 'SCHEDULED' and r.appointment_at > r.due_at then 'TOO_LATE'
                when r.state = 'IN_PROGRESS' and r.appointment_at + case
                    when r.urgency <= 'U1_SAME_DAY' then interval '1 day'
                    else interval '7 days' end <= t.now
                  then 'NO_RESULT'
                when r.state = 'ON_HOLD' and least(r.due_at, r.expires_at) <= t.now then 'HELD'
                when r.closed_at is null and r.state <> 'IN_PROGRESS' and r.screening_id is null
                  and exists (
                    select from diagnosis d
                     where d.clinic_id = r.clinic_id and d.episode_id = r.episode_id
                       and d.verification_status = 'CONFIRMED' and d.clinical_status = 'ACTIVE'
                       and d.recorded_at > (
                         select max(s.at) from referral_transition s
                          where s.clinic_id = r.clinic_id and s.referral_id = r.id))
                  then 'TO_REVIEW'
              end as problem
         from referral r cross join (select cast(?1 as timestamptz) as now) t) r
      """;

  private static final String ONE =
      """
      select r.id, r.version, r.episode_id, r.urgency, r.target, r.reason, r.state, r.delivery,
             r.due_at, r.expires_at, r.appointment_at, r.result, r.outcome, r.superseded_by_id,
             (select min(b.id) from referral b
               where b.clinic_id = r.clinic_id and b.superseded_by_id = r.id), r.problem,
             exists (
               select from screening s
                 join screening_flag f on f.clinic_id = s.clinic_id and f.screening_id = s.id
                where s.clinic_id = r.clinic_id and s.episode_id = r.episode_id
                  and 'rule.' || f.rule_id = r.reason
                  and f.state <> 'CLEARED' and f.urgency <> 'U3_ROUTINE'),
             r.recipient_id,
             exists (
               select from referral_letter l
                where l.clinic_id = r.clinic_id and l.referral_id = r.id),
             x.letter_question, x.letter_findings, x.letter_told
      """
          + WITH_PROBLEM
          + """
            left join lateral (
              select * from referral x
               where x.clinic_id = r.clinic_id
                 and (x.id = r.id or r.state = 'DRAFT' and x.superseded_by_id = r.id)
               order by x.sent_at is null, x.id limit 1) x on true
            where r.id = ?2""";

  private static final String OPEN =
      """
      select r.id, e.patient_id, p.family_name, p.given_name, p.birth_date, p.record_number,
             e.body_site, e.side, r.urgency, r.target, r.state,
             (select max(s.at) from referral_transition s
               where s.clinic_id = r.clinic_id and s.referral_id = r.id),
             r.due_at, r.problem
      """
          + WITH_PROBLEM
          + """
             join episode e on e.clinic_id = r.clinic_id and e.id = r.episode_id
             join patient p on p.clinic_id = e.clinic_id and p.id = e.patient_id
            where r.closed_at is null
            order by r.urgency > 'U1_SAME_DAY', r.problem is null, r.urgency, r.due_at, r.id
            limit ?2 offset ?3""";

  private static final String COUNTED =
      "select count(r.problem), count(*) " + WITH_PROBLEM + " where r.closed_at is null";

  private static final String STEPS =
      """
      select s.to_state, s.at, w.given_name || ' ' || w.family_name, s.reason
        from %s s
        left join practitioner w on w.clinic_id = s.clinic_id and w.id = s.by
       where s.referral_id = ?1
       order by s.number""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  Optional<ReferralView> one(long referralId) {
    Query query = atThisTime(ONE).setParameter(2, referralId);
    return Row.list(query, ReferralReading::view).stream().findFirst();
  }

  private Query atThisTime(String sql) {
    return em.createNativeQuery(sql).setParameter(1, Timestamp.from(clinic.now()));
  }

  private static ReferralView view(Row row) {
    return new ReferralView(
        row.id(0),
        row.id(1),
        row.id(2),
        row.constant(3, Urgency.class),
        row.text(4),
        row.text(5),
        row.constant(6, ReferralState.class),
        row.constant(7, DeliveryState.class),
        row.instant(8),
        row.instant(9),
        row.instant(10),
        row.constant(11, ReferralResult.class),
        row.text(12),
        row.idOrNull(13),
        row.idOrNull(14),
        row.constant(15, ReferralProblem.class),
        row.flag(16),
        row.idOrNull(17),
        row.flag(18),
        new LetterText(row.text(19), row.text(20), row.text(21)));
  }

  List<ReferralLine> steps(long referralId) {
    return Row.list(
        em.createNativeQuery(STEPS.formatted("referral_transition")).setParameter(1, referralId),
        row ->
            new ReferralLine(
                row.constant(0, ReferralState.class), row.instant(1), row.text(2), row.text(3)));
  }

  List<DeliveryLine> deliveries(long referralId) {
    return Row.list(
        em.createNativeQuery(STEPS.formatted("referral_delivery")).setParameter(1, referralId),
        row ->
            new DeliveryLine(
                row.constant(0, DeliveryState.class), row.instant(1), row.text(2), row.text(3)));
  }

  /**
   * A page of what is open: what is for today first, then what has to be seen to, then by urgency.
   * Behind the last page there is the last page.
   */
  ReferralList open(int page, int size) {
    Row counted = counted();
    int last = (int) Math.max(0, (counted.id(1) - 1) / size);
    int shown = Math.min(Math.max(0, page), last);
    List<ReferralRow> rows =
        Row.list(
            atThisTime(OPEN).setParameter(2, size).setParameter(3, Paging.offset(shown, size)),
            ReferralReading::row);
    return new ReferralList(rows, shown, counted.id(0), counted.id(1));
  }

  /** How many open ones have to be seen to, then how many are open. */
  Row counted() {
    return Row.list(atThisTime(COUNTED), row -> row).get(0);
  }

  private static ReferralRow row(Row row) {
    return new ReferralRow(
        row.id(0),
        row.id(1),
        row.text(2),
        row.text(3),
        row.day(4),
        row.text(5),
        row.constant(6, BodySite.class),
        row.constant(7, Side.class),
        row.constant(8, Urgency.class),
        row.text(9),
        row.constant(10, ReferralState.class),
        row.instant(11),
        row.instant(12),
        row.constant(13, ReferralProblem.class));
  }
}

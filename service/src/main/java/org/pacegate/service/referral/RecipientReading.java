package org.pacegate.service.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.pacegate.domain.patient.Language;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;

/** Reads the directory, with how long the clinic's own runners waited there. */
@ApplicationScoped
class RecipientReading {

  private static final Duration LOOKED_BACK = Duration.ofDays(365);

  /** Waiting is from the first sending to the appointment, as referrals keep it. */
  private static final String ALL =
      """
      select r.id, r.version, r.name, r.serves,
             (select string_agg(p.target, ',' order by p.target) from preferred_recipient p
               where p.clinic_id = r.clinic_id and p.recipient_id = r.id),
             r.phone, r.email, r.address, r.letter_language, r.spoken_languages, r.note,
             r.retired_at is not null, w.days, w.seen
        from recipient r
        left join lateral (
          select cast(ceil(percentile_cont(0.5) within group (
                   order by extract(epoch from f.appointment_at - f.sent_at)) / 86400) as integer)
                   as days, count(*) as seen
            from referral f
           where f.clinic_id = r.clinic_id and f.recipient_id = r.id
             and f.state <> 'ENTERED_IN_ERROR' and f.appointment_at is not null and f.sent_at >= ?1) w on true
      """;

  private static final String INNER_ORDER =
      " order by r.retired_at is not null, lower(r.name), r.id";

  private static final String FIRST_PREFERRED =
      """
       order by not exists (
         select from preferred_recipient p
          where p.clinic_id = r.clinic_id and p.recipient_id = r.id and p.target = ?2),
         w.days, lower(r.name), r.id""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /** Those in use first, by name. */
  List<RecipientView> all() {
    return Row.list(query(ALL + INNER_ORDER), RecipientReading::view);
  }

  /** This one, or nobody. */
  List<RecipientView> one(long recipientId) {
    return Row.list(
        query(ALL + " where r.id = ?2").setParameter(2, recipientId), RecipientReading::view);
  }

  /** Who may be asked for this: who is asked first, then by how long one waits there. */
  List<RecipientView> serving(String target) {
    return Row.list(
        query(
                ALL
                    + " where r.retired_at is null and ?2 = any (string_to_array(r.serves, ','))"
                    + FIRST_PREFERRED)
            .setParameter(2, target),
        RecipientReading::view);
  }

  private Query query(String sql) {
    return em.createNativeQuery(sql)
        .setParameter(1, Timestamp.from(clinic.now().minus(LOOKED_BACK)));
  }

  private static RecipientView view(Row row) {
    return new RecipientView(
        row.id(0),
        row.id(1),
        row.text(2),
        codes(row.text(3)),
        codes(row.text(4)),
        row.text(5),
        row.text(6),
        row.text(7),
        row.constant(8, Language.class),
        row.text(9),
        row.text(10),
        row.flag(11),
        row.idOrNull(12) == null ? null : (int) row.id(12),
        row.idOrNull(13) == null ? 0 : (int) row.id(13));
  }

  private static List<String> codes(String column) {
    return column == null ? List.of() : Arrays.asList(column.split(",", -1));
  }
}

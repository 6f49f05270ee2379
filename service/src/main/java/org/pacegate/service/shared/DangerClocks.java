package org.pacegate.service.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pacegate.domain.screening.DangerClock;
import org.pacegate.domain.screening.DangerTimes;
import org.pacegate.domain.screening.DangerTimes.Limits;
import org.pacegate.domain.screening.Deadlines;
import org.pacegate.domain.screening.ThresholdVersion;

/**
 * How soon somebody has to act on a danger in the transaction's clinic (docs/clinical-basis.md
 * 1.1): by the deadlines that a physician signed, else by settings of before there were signatures,
 * else as proposed (R1.102).
 */
@ApplicationScoped
public class DangerClocks {

  /** The signed version that is in force on a day, and every older setting. */
  private static final String LIMITS =
      """
      (select v.id, null, v.moved
         from threshold_signature s
         join threshold_version v on v.clinic_id = s.clinic_id and v.id = s.threshold_version_id
         join licence l on l.clinic_id = s.clinic_id and l.id = s.licence_id
        where s.rule_set = ?1 and s.effective_from <= ?2
          and (l.lapsed_on is null or s.signed_on < l.lapsed_on)
        order by s.place desc limit 1)
      union all
      select null, name, value from setting where name like 'danger.%'
      """;

  private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,5}");

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /** The clock of a danger that is found now. */
  public DangerClock now() {
    List<Row> limits =
        Row.list(
            em.createNativeQuery(LIMITS)
                .setParameter(1, Deadlines.SET)
                .setParameter(2, clinic.today()),
            row -> row);
    return limits.stream()
        .filter(row -> row.idOrNull(0) != null)
        .findFirst()
        .map(row -> signed(clinic.zone(), row.id(0), row.text(2)))
        .orElseGet(() -> unsigned(clinic.zone(), older(limits, 1)));
  }

  /** The clock of the dangers that began with a signed version. */
  public static DangerClock signed(ZoneId zone, long version, String moved) {
    return DangerClock.signed(zone, Deadlines.with(ThresholdVersion.valuesIn(moved)), version);
  }

  /** The clock of the dangers that began with none; needs nobody who acts. */
  public DangerClock unsigned(ZoneId zone) {
    return unsigned(
        zone,
        older(
            Row.list(
                em.createNativeQuery("select name, value from setting where name like 'danger.%'"),
                row -> row),
            0));
  }

  private static Map<String, Integer> older(List<Row> rows, int name) {
    return rows.stream()
        .filter(row -> row.text(name) != null && WHOLE.matcher(row.text(name + 1)).matches())
        .collect(
            Collectors.toMap(row -> row.text(name), row -> Integer.valueOf(row.text(name + 1))));
  }

  /**
   * In whole minutes, hours or days, and never later than what may be signed. What is no such
   * number must not hold up an emergency: the proposed time holds then.
   */
  private static DangerClock unsigned(ZoneId zone, Map<String, Integer> set) {
    DangerTimes proposed = Deadlines.PROPOSED;
    DangerTimes times =
        new DangerTimes(
            limits(set, "emergency", proposed.emergency()),
            limits(set, "sameDay", proposed.sameDay()),
            set.getOrDefault("danger.urgent.takenOverWorkingDays", proposed.urgentWorkingDays()),
            Optional.ofNullable(set.get("danger.urgent.decidedDays"))
                .map(days -> Duration.ofDays(days))
                .orElse(proposed.urgentDecided()));
    return new DangerClock(zone, times.noLaterThan(Deadlines.LATEST));
  }

  private static Limits limits(Map<String, Integer> set, String urgency, Limits proposed) {
    return new Limits(
        minutes(set, "danger." + urgency + ".takenOverMinutes", proposed.takenOver()),
        minutes(set, "danger." + urgency + ".decidedMinutes", proposed.decided()));
  }

  private static Duration minutes(Map<String, Integer> set, String name, Duration proposed) {
    return Optional.ofNullable(set.get(name))
        .map(count -> Duration.ofMinutes(count))
        .orElse(proposed);
  }
}

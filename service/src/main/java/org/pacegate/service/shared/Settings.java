package org.pacegate.service.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The clinic's thresholds: proposals of docs/clinical-basis.md marked [D] that its lead clinician
 * may change.
 */
@ApplicationScoped
public class Settings {

  public static final int SCREENING_VALID_DAYS = 14;

  private static final int LINK_VALID_DAYS = 14;
  private static final int KIOSK_IDLE_SECONDS = 90;
  private static final int MOST_IDLE_SECONDS = 600;

  /** The most a clinic may sign (R1.73), and what an older setting counts for at most. */
  public static final int MOST_VALID_DAYS = 28;

  /** The signed thresholds come before a value that was written into the settings. */
  private static final String VALID_DAYS =
      """
      (select split_part(v.moved, '=', 2), 1
         from threshold_signature s
         join threshold_version v on v.clinic_id = s.clinic_id and v.id = s.threshold_version_id
         join licence l on l.clinic_id = s.clinic_id and l.id = s.licence_id
        where s.rule_set = 'screening' and s.effective_from <= ?1
          and (l.lapsed_on is null or s.signed_on < l.lapsed_on)
        order by s.place desc limit 1)
      union all select value, 2 from setting where name = 'screening.validDays' order by 2
      """;

  private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,5}");

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /**
   * Days a screening counts; 14 unless the clinic decided otherwise (docs/clinical-basis.md 1.5).
   * The clinic's own days are the one threshold of the set {@code screening}. What is no number of
   * days must not hold up a submission: 14 days hold then.
   */
  public int screeningValidDays() {
    List<String> set =
        Row.list(
            em.createNativeQuery(VALID_DAYS).setParameter(1, clinic.today()), row -> row.text(0));
    return set.stream()
        .findFirst()
        .filter(days -> WHOLE.matcher(days).matches())
        .map(Integer::valueOf)
        .map(days -> Math.min(days, MOST_VALID_DAYS))
        .orElse(SCREENING_VALID_DAYS);
  }

  /** Days a link opens; 14 unless the clinic decided otherwise (setting {@code link.validDays}). */
  public int linkValidDays() {
    return whole("link.validDays").orElse(LINK_VALID_DAYS);
  }

  /**
   * Seconds without activity after which a kiosk shows nothing of a runner any more; 90 unless the
   * clinic decided otherwise (setting {@code kiosk.idleSeconds}), 600 at most.
   */
  public int kioskIdleSeconds() {
    return Math.min(whole("kiosk.idleSeconds").orElse(KIOSK_IDLE_SECONDS), MOST_IDLE_SECONDS);
  }

  private Optional<Integer> whole(String name) {
    return Row.list(
            em.createNativeQuery("select value from setting where name = ?1").setParameter(1, name),
            row -> row.text(0))
        .stream()
        .filter(set -> WHOLE.matcher(set).matches())
        .map(Integer::valueOf)
        .findFirst();
  }
}

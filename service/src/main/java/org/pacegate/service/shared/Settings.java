package org.pacegate.service.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * The clinic's thresholds: proposals of docs/clinical-basis.md marked [D] that its lead clinician
 * may change.
 */
@ApplicationScoped
public class Settings {

  public static final int SCREENING_VALID_DAYS = 14;

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

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /**
   * Days a screening counts; 14 unless the clinic decided otherwise (docs/clinical-basis.md 1.5).
   * The clinic's own days are the one threshold of the set {@code screening}.
   */
  public int screeningValidDays() {
    List<String> set =
        Row.list(
            em.createNativeQuery(VALID_DAYS).setParameter(1, clinic.today()), row -> row.text(0));
    return set.stream()
        .findFirst()
        .filter(days -> !days.isEmpty())
        .map(Integer::valueOf)
        .orElse(SCREENING_VALID_DAYS);
  }
}

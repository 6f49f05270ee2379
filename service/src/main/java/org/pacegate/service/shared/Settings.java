package org.pacegate.service.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * The clinic's thresholds: proposals of docs/clinical-basis.md marked [D] that its lead clinician
 * may change.
 */
@ApplicationScoped
public class Settings {

  private static final int SCREENING_VALID_DAYS = 14;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  /**
   * Days a screening counts; 14 unless the clinic decided otherwise (docs/clinical-basis.md 1.5).
   */
  public int screeningValidDays() {
    List<String> set =
        Row.list(
            em.createNativeQuery("select value from setting where name = 'screening.validDays'"),
            row -> row.text(0));
    return set.stream().findFirst().map(Integer::valueOf).orElse(SCREENING_VALID_DAYS);
  }
}

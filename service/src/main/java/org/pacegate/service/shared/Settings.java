package org.pacegate.service.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.pacegate.domain.clinic.DiagnosisPolicy;

/**
 * The clinic's thresholds: proposals of docs/clinical-basis.md marked [D] that its lead clinician
 * may change.
 */
@ApplicationScoped
public class Settings {

  private static final int SCREENING_VALID_DAYS = 14;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  /** Who may diagnose; the founding rule unless the clinic decided otherwise. */
  public DiagnosisPolicy diagnosisPolicy() {
    return value("diagnosis.policy")
        .map(DiagnosisPolicy::named)
        .orElse(DiagnosisPolicy.PHYSICIAN_ONLY);
  }

  /**
   * Days a screening counts; 14 unless the clinic decided otherwise (docs/clinical-basis.md 1.5).
   */
  public int screeningValidDays() {
    return value("screening.validDays").map(Integer::valueOf).orElse(SCREENING_VALID_DAYS);
  }

  private Optional<String> value(String name) {
    return Row.list(
            em.createNativeQuery("select value from setting where name = ?1").setParameter(1, name),
            row -> row.text(0))
        .stream()
        .findFirst();
  }
}

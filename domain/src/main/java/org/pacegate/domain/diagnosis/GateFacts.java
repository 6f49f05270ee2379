package org.pacegate.domain.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.screening.Screening;

/**
 * Everything the gate looks at.
 *
 * @param dangers flags at U0 or U1 that stand in the patient's other courses of care
 * @param dangerInIntake whether an unfinished intake of the patient holds an answer at U0 or U1
 * @param licences by id: those the diagnoses were signed under
 * @param authorRoles roles of whoever wants to treat
 */
public record GateFacts(
    Episode episode,
    List<Diagnosis> diagnoses,
    Map<Long, Licence> licences,
    List<Screening> screenings,
    List<Referral> referrals,
    List<DangerElsewhere> dangers,
    boolean dangerInIntake,
    DiagnosisPolicy policy,
    Set<Role> authorRoles) {

  /** The diagnosis a plan would rest on: the one that stands, else the one recorded last. */
  Optional<Diagnosis> diagnosis() {
    return diagnoses.stream()
        .max(
            Comparator.comparing(Diagnosis::isActive)
                .thenComparing(Diagnosis::recordedAt)
                .thenComparing(Diagnosis::id));
  }

  /** The screening that counts. */
  public Optional<Screening> latestScreening() {
    return screenings.stream()
        .max(Comparator.comparing(Screening::performedAt).thenComparing(Screening::id));
  }
}

package org.pacegate.service.clinic;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.pacegate.domain.clinic.PolicyTerms;
import org.pacegate.domain.clinic.WhoDiagnoses;

/**
 * A policy wanted for the licences of a jurisdiction.
 *
 * @param maxDays days that a diagnosis under direct access carries treatment, or null
 * @param maxVisits null: no policy limits visits, which nobody counts yet
 * @param priorDiagnosis whether a physician must have diagnosed before
 * @param neverCodes beginnings of further codes that are a physician's
 * @param provisionalDays days that a provisional diagnosis carries treatment, or null for none
 * @param key one for each form that was filled in
 */
public record DraftPolicy(
    @Size(max = 100) String jurisdiction,
    WhoDiagnoses who,
    Integer maxDays,
    Integer maxVisits,
    boolean priorDiagnosis,
    @Size(max = 5_000) String neverCodes,
    Integer provisionalDays,
    @Size(max = 20_000) String reason,
    @NotNull UUID key) {

  PolicyTerms terms() {
    return new PolicyTerms(
        who,
        maxDays,
        maxVisits,
        priorDiagnosis,
        neverCodes,
        provisionalDays == null ? 0 : provisionalDays);
  }
}

package org.pacegate.service.diagnosis;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.pacegate.domain.diagnosis.VerificationStatus;

/**
 * A diagnosis that turned out to be wrong or was never meant.
 *
 * @param as {@code REFUTED} or {@code ENTERED_IN_ERROR}
 * @param password the signer's own, asked again
 */
public record EndDiagnosis(
    long episodeId,
    long diagnosisId,
    @NotNull VerificationStatus as,
    @Size(max = 20_000) String reason,
    @Size(max = 1_000) String password) {

  @Override
  public String toString() {
    return "EndDiagnosis[diagnosis " + diagnosisId + "]";
  }
}

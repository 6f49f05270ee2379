package org.pacegate.service.diagnosis;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.pacegate.domain.diagnosis.ReviewKind;

/**
 * Somebody doubts a diagnosis.
 *
 * @param practitionerId the physician who is asked
 * @param dueOn the day by which they answer
 */
public record AskReview(
    long diagnosisId,
    @NotNull ReviewKind kind,
    @Size(max = 20_000) String reason,
    long practitionerId,
    LocalDate dueOn,
    @NotNull UUID key) {

  @Override
  public String toString() {
    return "AskReview[" + kind + " of diagnosis " + diagnosisId + "]";
  }
}

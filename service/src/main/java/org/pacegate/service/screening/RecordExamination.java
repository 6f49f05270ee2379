package org.pacegate.service.screening;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;

/**
 * What a clinician answered after examining a runner.
 *
 * @param screeningId a screening of the course of care that it belongs to
 * @param answers {@code YES}, {@code NO} or {@code UNSURE} by question
 * @param key one for each form that was filled in
 */
public record RecordExamination(
    long screeningId, @NotNull @Size(max = 50) Map<String, String> answers, @NotNull UUID key) {

  @Override
  public String toString() {
    return "RecordExamination[screening " + screeningId + "]";
  }
}

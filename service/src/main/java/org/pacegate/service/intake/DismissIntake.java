package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A physician dismisses an unfinished intake whose dangerous answer was taken back.
 *
 * @param reason why nothing has to be done, in the physician's own words
 * @param password the physician's own, asked again
 */
public record DismissIntake(
    long intakeId, @NotNull String reason, @Size(max = 1_000) String password) {

  @Override
  public String toString() {
    return "DismissIntake[intake " + intakeId + "]";
  }
}

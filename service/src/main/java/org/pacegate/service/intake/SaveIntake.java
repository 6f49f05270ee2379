package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.pacegate.domain.intake.IntakeStep;

/**
 * What was typed since the last save.
 *
 * @param step where the person at the desk is now
 * @param entries by field; an empty value takes the entry back
 */
public record SaveIntake(
    long intakeId,
    @NotNull IntakeStep step,
    @NotNull @Size(max = 300) Map<String, String> entries) {

  public SaveIntake {
    entries = Map.copyOf(entries);
  }
}

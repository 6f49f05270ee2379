package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.pacegate.domain.intake.IntakeStep;

/**
 * What was typed on one page since its last save.
 *
 * @param step where the person at the desk is now
 * @param page names the page, so that it never conflicts with itself
 * @param changes by field; only what was changed on the page
 */
public record SaveIntake(
    long intakeId,
    @NotNull IntakeStep step,
    @NotNull UUID page,
    @NotNull @Size(max = 300) Map<String, EntryChange> changes) {

  public SaveIntake {
    changes = Map.copyOf(changes);
  }
}

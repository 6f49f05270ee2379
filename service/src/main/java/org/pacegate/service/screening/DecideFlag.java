package org.pacegate.service.screening;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.pacegate.domain.screening.FlagState;

/**
 * A professional's decision on one flag.
 *
 * @param decision {@code CLEARED} or {@code CONFIRMED}
 * @param password the decider's own, asked again
 */
public record DecideFlag(
    long screeningId,
    @NotBlank String ruleId,
    @NotNull FlagState decision,
    @Size(max = 20_000) String reason,
    @Size(max = 1_000) String password) {

  @Override
  public String toString() {
    return "DecideFlag[screening " + screeningId + " " + ruleId + "]";
  }
}

package org.pacegate.service.screening;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.pacegate.domain.screening.FlagState;

/**
 * A professional's decision on one flag.
 *
 * @param decision {@code CLEARED} or {@code CONFIRMED}
 */
public record DecideFlag(
    long screeningId, @NotBlank String ruleId, @NotNull FlagState decision, String reason) {}

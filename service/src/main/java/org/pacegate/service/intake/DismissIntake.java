package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;

/**
 * A physician dismisses an unfinished intake whose dangerous answer was taken back.
 *
 * @param reason why nothing has to be done, in the physician's own words
 */
public record DismissIntake(long intakeId, @NotNull String reason) {}

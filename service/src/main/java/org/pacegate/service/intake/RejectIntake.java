package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;

/**
 * Nothing of what a runner sent becomes a record.
 *
 * @param reason why, in the words of whoever rejects it
 */
public record RejectIntake(long intakeId, @NotNull String reason) {}

package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;

/**
 * Desk and runner gave different values: one of them stands from now on.
 *
 * @param runners whether the runner's stands; else the desk's
 */
public record SettleContradiction(long intakeId, @NotNull String field, boolean runners) {}

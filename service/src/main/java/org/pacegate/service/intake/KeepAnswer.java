package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Somebody said at the desk that an answer of an earlier intake still holds.
 *
 * @param page names the page
 * @param field the entry that it becomes
 * @param said the earlier answer that the page showed
 */
public record KeepAnswer(
    long intakeId, @NotNull UUID page, @NotNull String field, @NotNull String said) {}

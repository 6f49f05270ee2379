package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What a runner sent belongs to somebody who has no record yet.
 *
 * @param key key of the form
 * @param words in which the runner read the questions
 */
public record AcceptNew(long intakeId, @NotNull UUID key, @NotNull ShownWords words) {}

package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What a runner sent belongs to this patient.
 *
 * @param key key of the form
 * @param words in which the runner read the questions
 */
public record AcceptFor(
    long intakeId, long patientId, @NotNull UUID key, @NotNull ShownWords words) {}

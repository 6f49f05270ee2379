package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.pacegate.domain.patient.Language;

/**
 * The intake is done.
 *
 * @param key key of the form
 * @param language of somebody who did not say which
 * @param emergency stop at once: an answer says U0 or U1, and what is missing or cannot be read
 *     waits
 * @param words in which the questions were read and answered
 */
public record SubmitIntake(
    long intakeId,
    @NotNull UUID key,
    @NotNull Language language,
    boolean emergency,
    @NotNull ShownWords words) {}

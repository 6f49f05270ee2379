package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.patient.Language;

/**
 * The intake is done.
 *
 * @param key key of the form
 * @param language of somebody who did not say which
 * @param emergency stop at once: an answer says U0 or U1, and what is missing or cannot be read
 *     waits
 * @param door where it was answered and signed
 * @param words as the page showed questions and answers
 */
public record SubmitIntake(
    long intakeId,
    @NotNull UUID key,
    @NotNull Language language,
    boolean emergency,
    @NotNull Door door,
    @NotNull ShownWords words) {}

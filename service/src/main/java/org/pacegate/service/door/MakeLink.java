package org.pacegate.service.door;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.pacegate.domain.patient.Language;

/**
 * A link to an unfinished intake.
 *
 * @param key key of the form
 */
public record MakeLink(long intakeId, @NotNull UUID key, @NotNull Language language) {}

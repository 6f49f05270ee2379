package org.pacegate.service.door;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.pacegate.domain.patient.Language;

/**
 * An intake of somebody new that the runner answers by a link.
 *
 * @param birthDate as it was typed; ISO 8601 if it is a date
 * @param key key of the form
 */
public record BeginByLink(
    String familyName,
    String givenName,
    String birthDate,
    @NotNull Language language,
    @NotNull UUID key) {}

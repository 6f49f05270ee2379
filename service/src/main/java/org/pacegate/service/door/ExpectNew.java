package org.pacegate.service.door;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Somebody new answers at the kiosk today.
 *
 * @param birthDate as it was typed; ISO 8601 if it is a date
 * @param key key of the form
 */
public record ExpectNew(String familyName, String givenName, String birthDate, @NotNull UUID key) {}

package org.pacegate.service.door;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * An unfinished intake goes on at the kiosk today.
 *
 * @param key key of the form
 */
public record ExpectIntake(long intakeId, @NotNull UUID key) {}

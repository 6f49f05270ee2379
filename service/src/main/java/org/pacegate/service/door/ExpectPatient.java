package org.pacegate.service.door;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A known patient answers about a new complaint at the kiosk today.
 *
 * @param key key of the form
 */
public record ExpectPatient(long patientId, @NotNull UUID key) {}

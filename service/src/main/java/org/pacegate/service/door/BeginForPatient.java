package org.pacegate.service.door;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.pacegate.domain.patient.Language;

/**
 * A new complaint of a known patient, answered by a link.
 *
 * @param key key of the form
 */
public record BeginForPatient(long patientId, @NotNull UUID key, @NotNull Language language) {}

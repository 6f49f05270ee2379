package org.pacegate.service.patient;

import jakarta.validation.constraints.NotNull;
import org.pacegate.domain.patient.NameEnd;

/**
 * Somebody goes by another name, or was taken down wrong.
 *
 * @param version of the patient, as it was read
 */
public record RenamePatient(
    long patientId, long version, String familyName, String givenName, @NotNull NameEnd why) {}

package org.pacegate.service.merge;

import jakarta.validation.constraints.Size;

/**
 * A merge was a mistake.
 *
 * @param patientId the record that was merged into another one
 */
public record UndoMerge(long patientId, @Size(max = 4_000) String reason) {}

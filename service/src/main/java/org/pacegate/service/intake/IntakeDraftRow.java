package org.pacegate.service.intake;

import java.time.Instant;
import org.pacegate.domain.intake.IntakeStep;

/**
 * One unfinished intake: whose it is as far as that was typed, how far it is, who writes it.
 *
 * @param patientId the known patient, or null
 */
public record IntakeDraftRow(
    long intakeId,
    String familyName,
    String givenName,
    IntakeStep step,
    Instant startedAt,
    Instant savedAt,
    String startedBy,
    Long patientId) {}

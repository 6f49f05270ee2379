package org.pacegate.service.intake;

import java.time.Instant;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.screening.Urgency;

/**
 * What a runner sent and nobody has taken in.
 *
 * @param patientId the known patient, or null
 * @param urgency the most urgent finding, or null
 * @param actBy until when somebody must have acted on a danger, or null
 */
public record ReceivedRow(
    long intakeId,
    Long patientId,
    String familyName,
    String givenName,
    Instant since,
    Door door,
    Urgency urgency,
    Instant actBy) {}

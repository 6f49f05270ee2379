package org.pacegate.domain.diagnosis;

import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.screening.Urgency;

/**
 * A flag at U0 or U1 that stands in another course of care of the same patient.
 *
 * @param episodeId where it stands, and is decided
 * @param screeningId the screening that raised it
 */
public record DangerElsewhere(
    long episodeId, BodySite bodySite, Side side, long screeningId, Urgency urgency) {}

package org.pacegate.service.door;

import java.time.Instant;

/**
 * A kiosk that runs.
 *
 * @param inUse whether a runner is at it
 */
public record KioskLine(
    long kioskId, String name, String begunBy, Instant begunAt, Instant endsAt, boolean inUse) {}

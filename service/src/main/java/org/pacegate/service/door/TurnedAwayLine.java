package org.pacegate.service.door;

import java.time.Instant;
import org.pacegate.domain.door.TurnedAway;

/**
 * Somebody whom a kiosk sent to the desk.
 *
 * @param kiosk its name
 */
public record TurnedAwayLine(String kiosk, Instant at, TurnedAway reason) {}

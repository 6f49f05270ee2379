package org.pacegate.service.worklist;

import java.time.Instant;
import org.pacegate.domain.screening.Urgency;

/**
 * A danger that nobody dealt with in time, as an administrator is told of it: nothing says whose it
 * is.
 *
 * @param takenOver whether somebody at least took it over; if so, no physician decided
 * @param unfinished whether it was typed into an intake that nobody has finished
 * @param overdueSince the first deadline that passed
 * @param toldAt when the administrator was told
 */
public record OverdueDanger(
    Urgency urgency, boolean takenOver, boolean unfinished, Instant overdueSince, Instant toldAt) {}

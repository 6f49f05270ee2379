package org.pacegate.service.intake;

import java.time.Instant;

/**
 * What somebody of the clinic noted about an answer.
 *
 * @param by their name
 */
public record StaffMark(String by, Instant at) {}

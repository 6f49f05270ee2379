package org.pacegate.service.intake;

import java.time.Instant;
import org.pacegate.domain.intake.Door;

/**
 * Where an answer comes from (R4.100).
 *
 * @param value what was given there; empty when it was taken back
 * @param by name of who typed it at the desk; null for the runner
 */
public record EntrySource(String value, Door door, String by, Instant at) {}

package org.pacegate.web.intake;

import java.time.Instant;
import org.pacegate.domain.intake.Door;

/**
 * An answer in words, and where it comes from.
 *
 * @param by name of who typed it at the desk, or null
 */
public record SourcedLine(String label, String value, Door door, String by, Instant at) {}

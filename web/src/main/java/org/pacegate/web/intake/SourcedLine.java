package org.pacegate.web.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.pacegate.domain.intake.Door;

/**
 * An answer in words, and where it comes from.
 *
 * @param by name of who typed it at the desk, or null
 * @param before when it was answered first, if they only said that it still holds; else null
 * @param other what was said last time and would last, where that differs; else null
 */
public record SourcedLine(
    String label, String value, Door door, String by, Instant at, Instant before, LastTime other) {

  /** An earlier answer in words. */
  public record LastTime(String value, LocalDate on) {}
}

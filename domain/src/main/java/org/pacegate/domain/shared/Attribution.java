package org.pacegate.domain.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Who records something, and when (R0.2).
 *
 * @param by id of the practitioner
 * @param at the transaction's one instant
 * @param day the calendar day of that instant at the clinic
 */
public record Attribution(long by, Instant at, LocalDate day) {

  public Attribution {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(day, "day");
  }

  public static Attribution of(long by, Instant at, ZoneId zone) {
    return new Attribution(by, at, LocalDate.ofInstant(at, zone));
  }
}

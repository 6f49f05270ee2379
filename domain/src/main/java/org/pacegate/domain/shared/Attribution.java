package org.pacegate.domain.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Who records something, and when (R0.2).
 *
 * @param actor id of the practitioner; null when a runner acts, at a door of their own
 * @param at the transaction's one instant
 * @param day the calendar day of that instant at the clinic
 */
public record Attribution(Long actor, Instant at, LocalDate day) {

  public Attribution {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(day, "day");
  }

  /** By a practitioner. */
  public Attribution(long by, Instant at, LocalDate day) {
    this(Long.valueOf(by), at, day);
  }

  public static Attribution of(long by, Instant at, ZoneId zone) {
    return new Attribution(by, at, LocalDate.ofInstant(at, zone));
  }

  /** A runner acts: nobody of the clinic does. */
  public static Attribution ofRunner(Instant at, ZoneId zone) {
    return new Attribution(null, at, LocalDate.ofInstant(at, zone));
  }

  /**
   * Id of the practitioner, for what only a practitioner may record.
   *
   * @throws DomainRefusal {@code attribution.nobody} when a runner acts
   */
  public long by() {
    if (actor == null) {
      throw new DomainRefusal("attribution.nobody", "a runner acts");
    }
    return actor;
  }
}

package org.pacegate.domain.screening;

import java.time.Instant;
import java.util.Optional;
import org.pacegate.domain.clinic.Role;

/**
 * A danger goes to the next role, since the one before let its deadline pass.
 *
 * @param due the deadline that passed
 * @param next the deadline of the role it goes to; empty when nobody comes after it
 */
public record Escalation(Step step, Role from, Role to, Instant due, Optional<Instant> next) {

  /** What was not done in time. */
  public enum Step {
    /** Nobody took the danger over, or nobody finished the intake it was typed into. */
    NOT_TAKEN_OVER,
    /** Nor did a physician, who was asked next. */
    STILL_NOT_TAKEN_OVER,
    /** Somebody took it over; no professional has decided. */
    NOT_DECIDED
  }
}

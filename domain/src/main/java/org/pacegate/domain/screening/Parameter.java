package org.pacegate.domain.screening;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.Objects;
import java.util.Set;

/**
 * A threshold of a rule set that is a proposal: a clinic's lead clinician may move it between its
 * bounds. Its words stand in the bundle under its name.
 *
 * @param name what rules and questions refer to it by
 * @param unit what the value counts
 * @param value what it is now
 * @param min the smallest value that is still defensible
 * @param max the largest one
 */
public record Parameter(String name, Unit unit, int value, int min, int max) {

  /** What a parameter counts. */
  public enum Unit {
    /** So many signs. */
    COUNT,
    MINUTES,
    HOURS,
    DAYS,
    /** Days from Monday to Friday. */
    WORKING_DAYS,
    WEEKS,
    MONTHS,
    YEARS
  }

  /** Refuses bounds that leave no choice and a value outside them. */
  public Parameter {
    Code.refuseMalformed(name);
    Objects.requireNonNull(unit, "unit");
    if (min < 1 || min >= max) {
      throw new IllegalArgumentException(
          "bounds of %s leave no choice: %d to %d".formatted(name, min, max));
    }
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "%s is %d, not from %d to %d".formatted(name, value, min, max));
    }
  }

  /** The same parameter at another value; refuses one outside the bounds. */
  public Parameter at(int other) {
    return new Parameter(name, unit, other, min, max);
  }

  /** How many signs. */
  public int count() {
    refuseUnitOutside(Unit.COUNT);
    return value;
  }

  /** Days to be seen in. */
  public int days() {
    refuseUnitOutside(Unit.DAYS);
    return value;
  }

  /** An age in completed years, or another amount that is counted. */
  public BigDecimal amount() {
    refuseUnitOutside(Unit.COUNT, Unit.YEARS);
    return BigDecimal.valueOf(value);
  }

  /** A stretch of the calendar. */
  public Period period() {
    return switch (unit) {
      case DAYS -> Period.ofDays(value);
      case WEEKS -> Period.ofWeeks(value);
      case MONTHS -> Period.ofMonths(value);
      case YEARS -> Period.ofYears(value);
      case COUNT, MINUTES, HOURS, WORKING_DAYS ->
          throw new IllegalArgumentException("not a period: " + name);
    };
  }

  /** A stretch of time that runs through nights and weekends. */
  public Duration duration() {
    refuseUnitOutside(Unit.MINUTES, Unit.HOURS, Unit.DAYS);
    return switch (unit) {
      case MINUTES -> Duration.ofMinutes(value);
      case HOURS -> Duration.ofHours(value);
      default -> Duration.ofDays(value);
    };
  }

  private void refuseUnitOutside(Unit... fitting) {
    if (!Set.of(fitting).contains(unit)) {
      throw new IllegalArgumentException(name + " counts " + unit);
    }
  }
}

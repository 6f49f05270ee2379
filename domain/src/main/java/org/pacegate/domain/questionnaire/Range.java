package org.pacegate.domain.questionnaire;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What numbers a question takes.
 *
 * @param unit UCUM code, such as {@code km}; empty for a plain number
 * @param min smallest number accepted
 * @param max largest number accepted
 */
public record Range(Optional<String> unit, Optional<BigDecimal> min, Optional<BigDecimal> max) {

  /** Any number, without a unit. */
  public static Range any() {
    return new Range(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Numbers between two, in a unit. */
  public static Range of(String unit, long min, long max) {
    return new Range(
        Optional.of(unit),
        Optional.of(BigDecimal.valueOf(min)),
        Optional.of(BigDecimal.valueOf(max)));
  }

  /** Whether it says anything. */
  boolean isAny() {
    return unit.isEmpty() && min.isEmpty() && max.isEmpty();
  }

  boolean isUpsideDown() {
    return min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0;
  }
}

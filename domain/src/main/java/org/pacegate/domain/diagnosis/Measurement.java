package org.pacegate.domain.diagnosis;

import java.math.BigDecimal;
import java.util.Objects;
import org.pacegate.domain.shared.InvalidValue;

/**
 * A measured value before it is recorded.
 *
 * @param value in the test's unit
 */
public record Measurement(FindingTest test, FindingSide side, BigDecimal value) {

  public Measurement {
    Objects.requireNonNull(test, "test");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(value, "value");
    if (test == FindingTest.FPI6 && value.stripTrailingZeros().scale() > 0) {
      throw new InvalidValue(test.name(), "whole");
    }
    if (!test.admits(value)) {
      throw new InvalidValue(test.name(), "range");
    }
    if (test.isSided() == (side == FindingSide.NONE)) {
      throw new InvalidValue(test.name(), "side");
    }
  }
}

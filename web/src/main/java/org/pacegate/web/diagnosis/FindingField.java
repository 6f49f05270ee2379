package org.pacegate.web.diagnosis;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.pacegate.domain.diagnosis.FindingSide;
import org.pacegate.domain.diagnosis.FindingTest;
import org.pacegate.domain.diagnosis.Measurement;

/** A number on the form: a test, and the side where the test has one of its own. */
public enum FindingField {
  PLANK(FindingTest.PLANK, FindingSide.NONE),
  /** The side is the shorter leg, which is chosen beside the number. */
  LEGS(FindingTest.LEG_LENGTH_DIFFERENCE, null),
  KNEE_LEFT(FindingTest.ACTIVE_KNEE_EXTENSION, FindingSide.LEFT),
  KNEE_RIGHT(FindingTest.ACTIVE_KNEE_EXTENSION, FindingSide.RIGHT),
  FOOT_LEFT(FindingTest.FPI6, FindingSide.LEFT),
  FOOT_RIGHT(FindingTest.FPI6, FindingSide.RIGHT);

  private final FindingTest test;
  private final FindingSide side;

  FindingField(FindingTest test, FindingSide side) {
    this.test = test;
    this.side = side;
  }

  public FindingTest test() {
    return test;
  }

  /** Whether the side has to be chosen. */
  public boolean choosesSide() {
    return side == null;
  }

  /**
   * The measurement that was typed.
   *
   * @param chosen the chosen side, or null; asked only where one is chosen
   */
  Measurement measured(BigDecimal value, FindingSide chosen) {
    return new Measurement(
        test, choosesSide() ? Optional.ofNullable(chosen).orElse(FindingSide.NONE) : side, value);
  }

  /** The field that a recorded measurement came from. */
  static FindingField of(FindingTest test, FindingSide side) {
    return Arrays.stream(values())
        .filter(field -> field.test == test && (field.side == side || field.choosesSide()))
        .findFirst()
        .orElseThrow();
  }
}

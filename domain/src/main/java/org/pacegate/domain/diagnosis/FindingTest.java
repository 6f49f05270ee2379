package org.pacegate.domain.diagnosis;

import java.math.BigDecimal;

/**
 * Measurements of docs/clinical-basis.md section 2, each with its unit and the range a value can
 * have.
 */
public enum FindingTest {
  /** Prone forearm plank to failure, seconds. */
  PLANK("s", "PRONE_FOREARM_TO_FAILURE", 0, 3_600, false),
  /** Angle short of full extension with the hip at 90 degrees, degrees. */
  ACTIVE_KNEE_EXTENSION("deg", "HIP_90", 0, 120, true),
  /** Foot Posture Index, total of six items, points. */
  FPI6("{score}", "TOTAL", -12, 12, true),
  /** By standing block test, millimetres; the side is the shorter leg. */
  LEG_LENGTH_DIFFERENCE("mm", "STANDING_BLOCK", 0, 100, true);

  private final String unit;
  private final String method;
  private final int least;
  private final int most;
  private final boolean sided;

  FindingTest(String unit, String method, int least, int most, boolean sided) {
    this.unit = unit;
    this.method = method;
    this.least = least;
    this.most = most;
    this.sided = sided;
  }

  /** Unit in UCUM. */
  public String unit() {
    return unit;
  }

  public String method() {
    return method;
  }

  public boolean isSided() {
    return sided;
  }

  /** Whether a value can be measured at all. */
  public boolean admits(BigDecimal value) {
    return value.compareTo(BigDecimal.valueOf(least)) >= 0
        && value.compareTo(BigDecimal.valueOf(most)) <= 0;
  }
}

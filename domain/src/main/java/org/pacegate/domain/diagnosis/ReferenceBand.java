package org.pacegate.domain.diagnosis;

import java.math.BigDecimal;
import org.pacegate.domain.patient.Sex;

/**
 * What the literature says about a value (docs/clinical-basis.md section 2). For discussion, not
 * diagnosis: a band has no weight and is never added to another.
 */
public enum ReferenceBand {
  /** No norm exists for this age or sex. */
  NO_REFERENCE,
  PLANK_BELOW_25TH,
  PLANK_FROM_25TH,
  KNEE_WITHIN,
  KNEE_ABOVE_20,
  KNEE_SHORT_FOR_SEX,
  FOOT_HIGHLY_SUPINATED,
  FOOT_SUPINATED,
  FOOT_NEUTRAL,
  FOOT_PRONATED,
  FOOT_HIGHLY_PRONATED,
  LEGS_EVEN,
  LEGS_NOTE,
  LEGS_DISCUSS,
  LEGS_REFER;

  private static final BigDecimal KNEE_CONVENTIONAL = new BigDecimal("20");
  private static final BigDecimal KNEE_MAN = new BigDecimal("33.0");
  private static final BigDecimal KNEE_WOMAN = new BigDecimal("23.4");

  /**
   * The band of a value.
   *
   * @param age completed years on the day of the measurement; null while it is not known
   */
  public static ReferenceBand of(FindingTest test, BigDecimal value, Sex sex, Integer age) {
    return switch (test) {
      case PLANK -> plank(value, sex, age);
      case ACTIVE_KNEE_EXTENSION -> knee(value, sex);
      case FPI6 -> foot(value.intValue());
      case LEG_LENGTH_DIFFERENCE -> legs(value);
    };
  }

  /** 25th percentiles of 18 to 25 year olds: men 77 s, women 63 s (S49); no norms above 25. */
  private static ReferenceBand plank(BigDecimal seconds, Sex sex, Integer age) {
    if (age == null || age < 18 || age > 25 || (sex != Sex.MALE && sex != Sex.FEMALE)) {
      return NO_REFERENCE;
    }
    int percentile25 = sex == Sex.MALE ? 77 : 63;
    return seconds.compareTo(BigDecimal.valueOf(percentile25)) < 0
        ? PLANK_BELOW_25TH
        : PLANK_FROM_25TH;
  }

  /** Conventional limit 20 degrees (S52); young adults by sex: men 33.0, women 23.4 (S53). */
  private static ReferenceBand knee(BigDecimal degrees, Sex sex) {
    BigDecimal limit =
        switch (sex) {
          case MALE -> KNEE_MAN;
          case FEMALE -> KNEE_WOMAN;
          case OTHER, UNKNOWN -> null;
        };
    if (limit != null && degrees.compareTo(limit) > 0) {
      return KNEE_SHORT_FOR_SEX;
    }
    return degrees.compareTo(KNEE_CONVENTIONAL) > 0 ? KNEE_ABOVE_20 : KNEE_WITHIN;
  }

  /** Bands of the total (S55). */
  private static ReferenceBand foot(int total) {
    if (total <= -5) {
      return FOOT_HIGHLY_SUPINATED;
    }
    if (total <= -1) {
      return FOOT_SUPINATED;
    }
    if (total <= 5) {
      return FOOT_NEUTRAL;
    }
    return total <= 9 ? FOOT_PRONATED : FOOT_HIGHLY_PRONATED;
  }

  /**
   * Under 5 mm none, from 5 note, from 10 discuss, from 20 refer (S59, S60; limits are a proposal).
   */
  private static ReferenceBand legs(BigDecimal millimetres) {
    int difference = millimetres.intValue();
    if (difference < 5) {
      return LEGS_EVEN;
    }
    if (difference < 10) {
      return LEGS_NOTE;
    }
    return difference < 20 ? LEGS_DISCUSS : LEGS_REFER;
  }
}

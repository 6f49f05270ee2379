package org.pacegate.service.patient;

/**
 * How much a field speaks for one person or for two: about the logarithm (base 2) of how much more
 * often such a pair is found among records of one person than among records of two. Set by hand and
 * tried on the generated set of {@code MatchingFiguresTest}, which asserts what they achieve.
 */
enum MatchWeights {
  FAMILY(5, 3, -5),
  GIVEN(3.5, 2.5, -4),
  PHONE(5.5, 3.5, -2),
  EMAIL(6, 3, -0.5);

  /** Less than this, and two records are not offered as one person. */
  static final double OFFERED = 6;

  private final double same;
  private final double similar;
  private final double different;

  MatchWeights(double same, double similar, double different) {
    this.same = same;
    this.similar = similar;
    this.different = different;
  }

  double of(Likeness likeness) {
    return switch (likeness) {
      case SAME -> same;
      case SIMILAR -> similar;
      case DIFFERENT -> different;
      case UNKNOWN -> 0;
    };
  }

  static double of(BirthDateLikeness likeness) {
    return switch (likeness) {
      case SAME -> 7;
      case SWAPPED -> 6;
      case SIMILAR -> 2;
      case DIFFERENT -> -5;
      case UNKNOWN -> 0;
    };
  }
}

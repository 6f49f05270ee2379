package org.pacegate.service.patient;

/**
 * How the names of two people compare, as they stand or, when that fits better, with family and
 * given name swapped.
 */
record NameComparison(Likeness family, Likeness given, boolean swapped) {

  private static final NameComparison NOTHING_KNOWN =
      new NameComparison(Likeness.UNKNOWN, Likeness.UNKNOWN, false);

  static NameComparison of(
      NameWords askedFamily, NameWords askedGiven, NameWords family, NameWords given) {
    if (askedFamily.isUnknown() && askedGiven.isUnknown()) {
      return NOTHING_KNOWN;
    }
    var straight = new NameComparison(askedFamily.to(family), askedGiven.to(given), false);
    var crossed = new NameComparison(askedGiven.to(family), askedFamily.to(given), true);
    boolean bothAlike = isAlike(crossed.family) && isAlike(crossed.given);
    return bothAlike && crossed.points() > straight.points() ? crossed : straight;
  }

  private static boolean isAlike(Likeness likeness) {
    return likeness == Likeness.SAME || likeness == Likeness.SIMILAR;
  }

  /** Whether the whole name is the same or nearly so. */
  Likeness whole() {
    if (family == Likeness.UNKNOWN || given == Likeness.UNKNOWN) {
      return Likeness.UNKNOWN;
    }
    if (!isAlike(family) || !isAlike(given)) {
      return Likeness.DIFFERENT;
    }
    return family == given ? family : Likeness.SIMILAR;
  }

  double points() {
    return MatchWeights.FAMILY.of(family) + MatchWeights.GIVEN.of(given);
  }
}

package org.pacegate.service.patient;

/**
 * Why a record may be the same person, field by field (R2.31).
 *
 * @param swapped whether family and given name were compared crosswise
 * @param previousName how the name asked for compares with one that the patient had before; {@code
 *     UNKNOWN} when the present name fits as well, or there is no previous one
 */
public record MatchReasons(
    Likeness familyName,
    Likeness givenName,
    boolean swapped,
    BirthDateLikeness birthDate,
    Likeness previousName,
    Likeness phone,
    Likeness email) {

  /** A name that was given up says a little less than the present one. */
  private static final double PREVIOUS = -1;

  /** What the fields say together; {@link MatchWeights#OFFERED} and more is offered. */
  double points() {
    double asTheyStand = MatchWeights.FAMILY.of(familyName) + MatchWeights.GIVEN.of(givenName);
    return Math.max(asTheyStand, asBefore())
        + MatchWeights.of(birthDate)
        + MatchWeights.PHONE.of(phone)
        + MatchWeights.EMAIL.of(email);
  }

  private double asBefore() {
    return switch (previousName) {
      case SAME ->
          MatchWeights.FAMILY.of(Likeness.SAME) + MatchWeights.GIVEN.of(Likeness.SAME) + PREVIOUS;
      case SIMILAR ->
          MatchWeights.FAMILY.of(Likeness.SIMILAR)
              + MatchWeights.GIVEN.of(Likeness.SIMILAR)
              + PREVIOUS;
      case DIFFERENT, UNKNOWN -> Double.NEGATIVE_INFINITY;
    };
  }
}

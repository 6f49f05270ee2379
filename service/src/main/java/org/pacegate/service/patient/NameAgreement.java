package org.pacegate.service.patient;

import java.util.List;

/**
 * Whether a typed name is the expected one, where the name is part of a key (R4.134). Stricter than
 * {@link NameComparison}, which searches: what only sounds or looks alike is another name.
 */
public final class NameAgreement {

  private NameAgreement() {}

  /**
   * Without accents, case, apostrophes and small words, with family and given name swapped or not.
   * Each of both may be the beginning of the other: {@code Ruiz} of {@code Ruiz García}.
   */
  public static boolean fits(
      String typedFamily, String typedGiven, String expectedFamily, String expectedGiven) {
    NameWords family = NameWords.of(typedFamily);
    NameWords given = NameWords.of(typedGiven);
    NameWords ofFamily = NameWords.of(expectedFamily);
    NameWords ofGiven = NameWords.of(expectedGiven);
    return (same(family, ofFamily) && same(given, ofGiven))
        || (same(given, ofFamily) && same(family, ofGiven));
  }

  private static boolean same(NameWords one, NameWords other) {
    if (one.isUnknown() || other.isUnknown()) {
      return false;
    }
    return begins(one.words(), other.words())
        || begins(other.words(), one.words())
        || String.join("", one.words()).equals(String.join("", other.words()));
  }

  private static boolean begins(List<String> shorter, List<String> longer) {
    return shorter.size() <= longer.size() && longer.subList(0, shorter.size()).equals(shorter);
  }
}

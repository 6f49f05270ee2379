package org.pacegate.service.patient;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * A phone number as far as it tells people apart: its last eight digits, whatever prefix and spaces
 * it was written with.
 */
record PhoneNumber(String written) {

  private static final int KEY = 8;
  private static final int FEWEST = 6;
  private static final LevenshteinDistance ONE_EDIT = new LevenshteinDistance(1);

  /** The last eight digits; empty for a number too short to tell anybody apart. */
  String key() {
    String digits = written == null ? "" : written.replaceAll("\\D", "");
    return digits.length() < FEWEST ? "" : digits.substring(Math.max(0, digits.length() - KEY));
  }

  /** The key, and every key with two neighbouring digits swapped. */
  List<String> likeliestKeys() {
    String key = key();
    List<String> keys = new ArrayList<>();
    keys.add(key);
    for (int i = 0; i + 1 < key.length(); i++) {
      if (key.charAt(i) != key.charAt(i + 1)) {
        keys.add(withSwapped(key, i));
      }
    }
    return keys;
  }

  private static String withSwapped(String key, int at) {
    return key.substring(0, at) + key.charAt(at + 1) + key.charAt(at) + key.substring(at + 2);
  }

  /** Similar with one digit wrong, missing or too many, or with two neighbours swapped. */
  Likeness to(PhoneNumber other) {
    String own = key();
    String others = other.key();
    if (own.isEmpty() || others.isEmpty()) {
      return Likeness.UNKNOWN;
    }
    if (own.equals(others)) {
      return Likeness.SAME;
    }
    return ONE_EDIT.apply(own, others) >= 0 || likeliestKeys().contains(others)
        ? Likeness.SIMILAR
        : Likeness.DIFFERENT;
  }
}

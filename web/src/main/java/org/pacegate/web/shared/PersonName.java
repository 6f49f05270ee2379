package org.pacegate.web.shared;

import java.util.Locale;
import java.util.Objects;

/** A person's name as the clinic writes it: FAMILY, Given. */
public final class PersonName {

  private PersonName() {}

  public static String of(String familyName, String givenName) {
    String family = Objects.toString(familyName, "").strip().toUpperCase(Locale.ROOT);
    String given = Objects.toString(givenName, "").strip();
    return given.isEmpty() || family.isEmpty() ? family + given : family + ", " + given;
  }
}

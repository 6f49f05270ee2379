package org.pacegate.service.diagnosis;

import java.util.Locale;
import org.pacegate.domain.injury.BodySite;

/**
 * A line of a file of codes. What it leaves out is kept from the list in force.
 *
 * @param line its line, the first one is 1
 * @param titleEs in Spanish, or null
 * @param boneStress whether its class forbids impact, or null to keep what the code has
 * @param bodySite or null to keep
 * @param synonyms parted by semicolons, or null to keep
 */
record CodeLine(
    int line,
    String code,
    String title,
    String titleEs,
    boolean billable,
    Boolean boneStress,
    BodySite bodySite,
    String synonyms) {

  /** The code as it is compared: case and punctuation make no other one. */
  String plain() {
    return plain(code);
  }

  static String plain(String code) {
    return code.replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
  }
}

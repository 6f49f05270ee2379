package org.pacegate.service.patient;

import java.time.LocalDate;

/**
 * A record that may be the same person, with why (R2.3).
 *
 * @param nameSimilarity 0 to 100, by trigrams
 * @param birthDate how the birth date compares
 * @param samePhone whether the phone number has the same last eight digits
 */
public record PossibleMatch(
    long patientId,
    String recordNumber,
    String familyName,
    String givenName,
    LocalDate bornOn,
    int nameSimilarity,
    BirthDateMatch birthDate,
    boolean samePhone) {

  /** How two birth dates compare. */
  public enum BirthDateMatch {
    SAME,
    /** Day and month are swapped. */
    SWAPPED,
    /** Two of day, month and year agree. */
    SIMILAR,
    DIFFERENT,
    UNKNOWN
  }
}

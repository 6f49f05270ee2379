package org.pacegate.service.clinic;

import java.time.LocalDate;
import org.pacegate.domain.clinic.Profession;

/**
 * An administrator saw a person's licence.
 *
 * @param jurisdiction where it gives a right, as ISO 3166 writes it, or null
 * @param scope what it is limited to, or null
 */
public record RecordLicence(
    long practitionerId,
    Profession profession,
    String number,
    String authority,
    LocalDate validFrom,
    LocalDate validTo,
    String jurisdiction,
    String scope) {

  /** One that says nothing about where it holds. */
  public RecordLicence(
      long practitionerId,
      Profession profession,
      String number,
      String authority,
      LocalDate validFrom,
      LocalDate validTo) {
    this(practitionerId, profession, number, authority, validFrom, validTo, null, null);
  }
}

package org.pacegate.service.clinic;

import java.time.LocalDate;
import org.pacegate.domain.clinic.Profession;

/**
 * A licence, as the administration lists it.
 *
 * @param lapsedOn first day without validity that was found later, or null
 * @param recordedByHolder whether nobody but the holder has seen it: there was no other
 *     administrator
 */
public record LicenceLine(
    long licenceId,
    long version,
    long practitionerId,
    String familyName,
    String givenName,
    Profession profession,
    String number,
    String authority,
    LocalDate validFrom,
    LocalDate validTo,
    LocalDate lapsedOn,
    String lapseReason,
    Standing standing,
    boolean recordedByHolder) {

  /** How a licence stands today. */
  public enum Standing {
    NOT_YET,
    VALID,
    /** Ends within sixty days. */
    ENDS_SOON,
    ENDED,
    LAPSED
  }
}

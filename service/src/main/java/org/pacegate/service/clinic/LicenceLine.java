package org.pacegate.service.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.pacegate.domain.clinic.Profession;

/**
 * A licence, as the administration lists it.
 *
 * @param lapsedOn first day without validity that was found later, or null
 * @param recordedByHolder whether nobody but the holder has seen it: there was no other
 *     administrator
 * @param jurisdiction where it gives its right, or null while nobody has said it
 * @param scope what it is limited to, or null
 * @param verifiedBy name of whoever looked it up, or null
 * @param verification how it was looked up, or null
 * @param proven whether a document was added
 * @param renewed whether another licence of the person goes on where this one ends
 * @param daysLeft days after today until the last one, which counts; negative when it has ended
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
    boolean recordedByHolder,
    String jurisdiction,
    String scope,
    Instant verifiedAt,
    String verifiedBy,
    String verification,
    boolean proven,
    boolean renewed,
    long daysLeft) {

  /** Days before the last one on which an administrator is warned, the nearest first. */
  private static final List<Integer> WARNINGS = List.of(7, 30, 60);

  /** How a licence stands today. */
  public enum Standing {
    NOT_YET,
    VALID,
    /** Ends within sixty days. */
    ENDS_SOON,
    ENDED,
    LAPSED
  }

  /** The warning that it has come to: 60, 30 or 7 days; 0 when none is due or somebody renewed. */
  public int warning() {
    return standing != Standing.ENDS_SOON || renewed
        ? 0
        : WARNINGS.stream().filter(days -> daysLeft <= days).findFirst().orElse(0);
  }

  /** Whether it no longer stands and nobody has renewed it. */
  public boolean ran() {
    return (standing == Standing.ENDED || standing == Standing.LAPSED) && !renewed;
  }
}

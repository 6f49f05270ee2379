package org.pacegate.service.patient;

import java.time.Instant;
import java.util.List;

/**
 * Under which other names and numbers a patient is known.
 *
 * @param version of the patient, for the command that follows
 * @param survivor the record that goes on for this one, or null
 * @param merged records that were merged into this one, the newest first
 * @param previousNames the newest first
 */
public record PatientIdentity(
    long version, OtherRecord survivor, List<OtherRecord> merged, List<NameBefore> previousNames) {

  /**
   * Another record of the same person.
   *
   * @param mergedAt when the two became one
   */
  public record OtherRecord(
      long patientId, String recordNumber, String familyName, String givenName, Instant mergedAt) {}

  /** A name that was given up. */
  public record NameBefore(String familyName, String givenName, Instant until) {}

  public PatientIdentity {
    merged = List.copyOf(merged);
    previousNames = List.copyOf(previousNames);
  }
}

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
 * @param contact how they are reached
 * @param previousContacts how they were reached before, the newest first
 */
public record PatientIdentity(
    long version,
    OtherRecord survivor,
    List<OtherRecord> merged,
    List<NameBefore> previousNames,
    Contact contact,
    List<ContactBefore> previousContacts) {

  /**
   * Another record of the same person.
   *
   * @param mergedAt when the two became one
   */
  public record OtherRecord(
      long patientId, String recordNumber, String familyName, String givenName, Instant mergedAt) {}

  /** A name that was given up. */
  public record NameBefore(String familyName, String givenName, Instant until) {}

  /** Phone and e-mail, each null for none. */
  public record Contact(String phone, String email) {}

  /** How they were reached until another one was told. */
  public record ContactBefore(Contact contact, Instant until) {}

  public PatientIdentity {
    merged = List.copyOf(merged);
    previousNames = List.copyOf(previousNames);
    previousContacts = List.copyOf(previousContacts);
  }
}

package org.pacegate.service.diagnosis;

import java.time.LocalDate;
import java.util.List;
import org.pacegate.service.patient.PatientHeader;

/**
 * The reviews of an episode's diagnoses, and whom a new one can be asked of.
 *
 * @param diagnosisId the diagnosis that stands, or null
 * @param signerId who signed it, or null
 * @param physicians who can be asked, by name
 * @param lines newest first
 * @param proposedDue the day that a new one proposes
 */
public record ReviewBook(
    PatientHeader header,
    Long diagnosisId,
    Long signerId,
    List<Colleague> physicians,
    List<ReviewLine> lines,
    LocalDate proposedDue) {

  /** A physician of the clinic. */
  public record Colleague(long practitionerId, String name) {}
}

package org.pacegate.service.clinic;

import java.time.Instant;
import java.time.LocalDate;
import org.pacegate.domain.clinic.PolicyTerms;

/**
 * One version of a policy, as it is listed.
 *
 * @param number its place among the clinic's versions for the jurisdiction, from 1
 * @param signedBy name, or null for a draft
 * @param licence number of the licence it was signed under, or null
 * @param effectiveFrom the first day it holds, or null
 */
public record PolicyLine(
    long policyId,
    String jurisdiction,
    int number,
    PolicyTerms terms,
    String reason,
    String draftedBy,
    Instant draftedAt,
    String signedBy,
    Instant signedAt,
    String licence,
    LocalDate effectiveFrom,
    Standing standing) {

  /** Where it stands on the day it is read. */
  public enum Standing {
    /** Nobody has signed it. */
    DRAFT,
    /** Signed, and its day has not come. */
    TO_COME,
    IN_FORCE,
    /** Another one was signed after it. */
    REPLACED,
    /** The signer turned out to have had no licence that day; it never counted. */
    FALLEN
  }
}

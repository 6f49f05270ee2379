package org.pacegate.domain.clinic;

import java.time.LocalDate;

/**
 * A policy that was signed for a jurisdiction, as far as its signer's licence stood.
 *
 * @param id of the version that was signed
 * @param place in the order of signatures for the jurisdiction: of two the later one holds
 * @param effectiveFrom first day; always after the day of the signature
 * @param licenceId the licence it was signed under
 */
public record SignedPolicy(
    long id,
    String jurisdiction,
    int place,
    LocalDate effectiveFrom,
    LocalDate signedOn,
    long licenceId,
    PolicyTerms terms) {}

package org.pacegate.service.patient;

import java.time.LocalDate;

/**
 * A record that may be the same person, with why (R2.3).
 *
 * @param bornOn null while it is not known
 */
public record PossibleMatch(
    long patientId,
    String recordNumber,
    String familyName,
    String givenName,
    LocalDate bornOn,
    MatchReasons reasons) {}

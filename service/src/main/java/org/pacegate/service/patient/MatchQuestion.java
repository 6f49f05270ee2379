package org.pacegate.service.patient;

import java.time.LocalDate;

/** What is known of somebody at the desk; any of it may be null or empty. */
public record MatchQuestion(
    String familyName, String givenName, LocalDate birthDate, String phone) {}

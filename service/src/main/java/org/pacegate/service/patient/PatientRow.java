package org.pacegate.service.patient;

import java.time.Instant;
import java.time.LocalDate;
import org.pacegate.domain.injury.EpisodeState;

/**
 * One line of the list of patients.
 *
 * @param episodeState state of the newest episode, or null
 * @param stateSince since when, or null
 */
public record PatientRow(
    long patientId,
    String recordNumber,
    String familyName,
    String givenName,
    LocalDate birthDate,
    String phone,
    EpisodeState episodeState,
    Instant stateSince) {}

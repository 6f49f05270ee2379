package org.pacegate.service.patient;

import java.time.LocalDate;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.Sex;
import org.pacegate.domain.screening.Urgency;

/**
 * What stands at the top of every page about a patient.
 *
 * @param birthDate null while it is not known
 * @param age completed years today; null while the birth date is not known
 * @param flag the most urgent open flag, or null
 * @param episodeId the newest episode, or null
 * @param episodeState its state, or null
 * @param language what the patient reads: the language of consents and safety texts
 */
public record PatientHeader(
    long patientId,
    String recordNumber,
    String familyName,
    String givenName,
    LocalDate birthDate,
    Integer age,
    Sex sex,
    Urgency flag,
    Long episodeId,
    EpisodeState episodeState,
    Language language) {}

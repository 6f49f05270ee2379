package org.pacegate.service.intake;

import org.pacegate.domain.patient.Person;

/**
 * The record of somebody who was in an emergency, and what it lacks.
 *
 * @param identified whether names and birth date are known
 * @param consentGiven whether a consent is recorded
 * @param text the consent text in the person's language
 */
public record RecordToComplete(
    long intakeId,
    long patientId,
    Person person,
    boolean identified,
    boolean consentGiven,
    ConsentText text) {}

package org.pacegate.service.intake;

import java.time.Instant;

/**
 * An answer that the patient gave in an intake that is on record.
 *
 * @param value the code, as it was kept or corrected since
 * @param intakeId the intake
 * @param at when that was submitted
 */
public record EarlierAnswer(String value, long intakeId, Instant at) {}

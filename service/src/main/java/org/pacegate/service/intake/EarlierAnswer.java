package org.pacegate.service.intake;

import java.time.LocalDate;

/**
 * An answer that the patient gave in an intake that is on record.
 *
 * @param value the code, as it was kept or corrected since
 * @param intakeId the intake
 * @param on the clinic's day on which that was submitted
 */
public record EarlierAnswer(String value, long intakeId, LocalDate on) {}

package org.pacegate.service.intake;

import org.pacegate.domain.intake.IntakeStep;

/**
 * What keeps an intake from being submitted.
 *
 * @param field name of the entry, for example {@code person.birthDate} or {@code answer.CES-1}
 * @param problem what is wrong with it, for example {@code missing} or {@code future}
 */
public record FieldProblem(IntakeStep step, String field, String problem) {}

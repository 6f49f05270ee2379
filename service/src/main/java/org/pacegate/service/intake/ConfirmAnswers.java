package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * Answers of a submitted intake are right as the page shows them.
 *
 * @param fields names of their entries, for example {@code answer.CES-1}
 * @param corrections how many corrections the intake had when the page was drawn: its row version
 */
public record ConfirmAnswers(
    long intakeId,
    @NotNull @Size(max = 1_000) Set<@NotNull @Size(max = 130) String> fields,
    int corrections) {

  public ConfirmAnswers {
    fields = Set.copyOf(fields);
  }
}

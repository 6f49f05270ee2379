package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * An answer of a submitted intake was wrong.
 *
 * @param field name of the entry, for example {@code answer.CES-1}
 * @param shown the answer that the page showed, empty for none
 * @param typed the right one, as it would be kept in an intake; empty for none
 * @param key key of the form
 */
public record AmendIntake(
    long intakeId,
    @NotNull @Size(max = 130) String field,
    @NotNull String shown,
    @NotNull String typed,
    @NotNull String reason,
    @NotNull UUID key) {

  /** Browsers send line ends as they like. */
  public AmendIntake {
    shown = lines(shown);
    typed = lines(typed);
  }

  static String lines(String text) {
    return text == null ? null : text.replace("\r\n", "\n");
  }
}

package org.pacegate.service.door;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;

/**
 * What a runner answered on one page.
 *
 * @param session what the device shows
 * @param page key of the form
 * @param typed by field; empty text takes an answer back
 */
public record SaveAnswers(
    @NotNull String session,
    @NotNull UUID page,
    @NotNull @Size(max = 40) Map<String, String> typed) {

  public SaveAnswers {
    typed = Map.copyOf(typed);
  }

  @Override
  public String toString() {
    return "SaveAnswers[…]";
  }
}

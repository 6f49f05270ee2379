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
 * @param said answers of an earlier intake that the page showed and that still hold, by field
 */
public record SaveAnswers(
    @NotNull String session,
    @NotNull UUID page,
    @NotNull @Size(max = 40) Map<String, String> typed,
    @NotNull @Size(max = 40) Map<String, String> said) {

  public SaveAnswers {
    typed = Map.copyOf(typed);
    said = Map.copyOf(said);
  }

  /** All of it anew. */
  public SaveAnswers(String session, UUID page, Map<String, String> typed) {
    this(session, page, typed, Map.of());
  }

  @Override
  public String toString() {
    return "SaveAnswers[…]";
  }
}

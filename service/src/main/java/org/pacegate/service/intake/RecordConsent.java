package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * Somebody agrees after the emergency.
 *
 * @param text id of the text that was shown ({@link ConsentText#id})
 * @param typed the signature, by field as in an intake: {@code consent.signature}, {@code
 *     consent.drawn}, {@code consent.relation}
 */
public record RecordConsent(
    long intakeId, @NotNull String text, @NotNull @Size(max = 10) Map<String, String> typed) {

  public RecordConsent {
    typed = Map.copyOf(typed);
  }
}

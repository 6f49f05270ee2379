package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * Who it is that could not be asked.
 *
 * @param typed the fields {@code person.…} as they were typed
 */
public record IdentifyPatient(long intakeId, @NotNull @Size(max = 20) Map<String, String> typed) {

  public IdentifyPatient {
    typed = Map.copyOf(typed);
  }
}

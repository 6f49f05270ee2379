package org.pacegate.domain.diagnosis;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What somebody wants to start, as far as the gate has to know.
 *
 * @param startsOn first day of the plan
 * @param impact whether it contains any running
 * @param completeRest whether it forbids all impact
 */
public record PlanIntent(LocalDate startsOn, boolean impact, boolean completeRest) {

  public PlanIntent {
    Objects.requireNonNull(startsOn, "startsOn");
  }
}

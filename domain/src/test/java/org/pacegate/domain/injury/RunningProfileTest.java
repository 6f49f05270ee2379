package org.pacegate.domain.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.fixtures.ClinicClock;

/** R3.5: running in numbers that can be. */
class RunningProfileTest {

  private static final RunningHabits UNKNOWN =
      new RunningHabits(null, null, null, null, null, null, null, null, null);

  @ParameterizedTest
  @CsvSource({
    "kmPerWeek, 500",
    "sessionsPerWeek, 28",
    "longestRunKm, 500",
    "ascent, 30000",
    "descent, 30000",
    "shoeKm, 20000",
    "crossTraining, 28"
  })
  void r3_5_everyNumberHasItsRange(String field, int most) {
    recorded(with(field, 0));
    recorded(with(field, most));
    refused("invalid." + field + ".range", () -> recorded(with(field, most + 1)));
    refused("invalid." + field + ".range", () -> recorded(with(field, -1)));
  }

  @Test
  void r3_5_whatIsNotKnownStaysUnknown() {
    assertThat(recorded(UNKNOWN).habits()).isEqualTo(UNKNOWN);
  }

  @Test
  void r3_5_halfAKilometreCounts() {
    RunningHabits habits =
        new RunningHabits(
            new BigDecimal("42.5"), 4, null, null, null, "ASPHALT,TRAIL", "worn", null, null);

    assertThat(recorded(habits).habits()).isEqualTo(habits);
  }

  private static RunningProfile recorded(RunningHabits habits) {
    return new RunningProfile(1, 2, habits, new ClinicClock().by(11));
  }

  private static RunningHabits with(String field, int value) {
    return new RunningHabits(
        field.equals("kmPerWeek") ? BigDecimal.valueOf(value) : null,
        field.equals("sessionsPerWeek") ? value : null,
        field.equals("longestRunKm") ? BigDecimal.valueOf(value) : null,
        field.equals("ascent") ? value : null,
        field.equals("descent") ? value : null,
        null,
        null,
        field.equals("shoeKm") ? value : null,
        field.equals("crossTraining") ? value : null);
  }
}

package org.pacegate.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.intake.IntakeStep;

/** R4.7: a number is what a person writes. */
class RunningEntriesTest {

  @ParameterizedTest
  @CsvSource({
    "kmPerWeek, 42.5, ''",
    "kmPerWeek, '42,5', ''",
    "kmPerWeek, 0, ''",
    "kmPerWeek, 500, ''",
    "kmPerWeek, 500.01, range",
    "kmPerWeek, -1, range",
    "kmPerWeek, 1e1, noNumber",
    "kmPerWeek, 1E-2147483647, noNumber",
    "kmPerWeek, 1E2147483647, noNumber",
    "kmPerWeek, 0x1p3, noNumber",
    "kmPerWeek, ٤٢, noNumber",
    "kmPerWeek, .5, noNumber",
    "sessionsPerWeek, 4.0, ''",
    "sessionsPerWeek, 4.5, noWholeNumber",
    "sessionsPerWeek, 29, range",
    "shoeKm, 9999999999, noNumber"
  })
  void R4_7_a_number_is_plain_digits(String field, String typed, String problem) {
    Entries entries = new Entries(Map.of("running." + field, typed));
    assertThat(new RunningEntries(entries).habits().isPresent()).isEqualTo(problem.isEmpty());
    assertThat(entries.problems())
        .extracting(FieldProblem::problem)
        .isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
  }

  @ParameterizedTest
  @CsvSource({"shoes", "surfaces"})
  void R4_7_a_text_has_an_end(String field) {
    Entries entries = new Entries(Map.of("running." + field, "x".repeat(501)));
    assertThat(new RunningEntries(entries).habits()).isEmpty();
    assertThat(entries.problems())
        .containsExactly(new FieldProblem(IntakeStep.RUNNING, "running." + field, "tooLong"));
  }
}

package org.pacegate.web.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.shared.InvalidValue;

@DisplayName("R5.41 A typed time of day")
class TypedTimeTest {

  @ParameterizedTest
  @CsvSource({
    "9:30, 09:30",
    "09.30, 09:30",
    "0930, 09:30",
    "930, 09:30",
    "9h30, 09:30",
    "9 30, 09:30",
    "9, 09:00",
    "17 h, 17:00",
    "0:00, 00:00",
    "23:59, 23:59"
  })
  void is_read_as_people_write_it(String typed, LocalTime time) {
    assertThat(TypedTime.of(" " + typed + " ")).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "'', missing",
    "24:00, malformed",
    "9:60, malformed",
    "9:5, malformed",
    "noon, malformed",
    "12345, malformed"
  })
  void is_refused_when_it_is_none(String typed, String problem) {
    assertThatThrownBy(() -> TypedTime.of(typed))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("time");
              assertThat(refused.problem()).isEqualTo(problem);
            });
  }
}

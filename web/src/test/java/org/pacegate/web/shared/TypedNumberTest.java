package org.pacegate.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R0.43 A typed number")
class TypedNumberTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "12.5; 12.5",
        "12,5; 12.5",
        " 42 ; 42",
        "-3; -3",
        "−3; -3",
        ".5; 0.5",
        "1 200; 1200"
      })
  void readsCommaAndPointAlike(String typed, BigDecimal number) {
    assertThat(new TypedNumber(typed).toNumber())
        .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "1e9", "12 km", "1,2,3", "NaN", "Infinity", "12345678901", "--1"})
  void isNoneWhenUnclear(String typed) {
    assertThat(new TypedNumber(typed).toNumber()).isEmpty();
  }
}

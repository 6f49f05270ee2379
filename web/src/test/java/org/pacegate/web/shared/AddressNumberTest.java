package org.pacegate.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressNumberTest {

  @Test
  void a_number_is_itself_up_to_its_digits() {
    assertThat(AddressNumber.number("7", 6)).isEqualTo(7);
    assertThat(AddressNumber.number("999999", 6)).isEqualTo(999_999);
    assertThat(AddressNumber.number("1000000", 6)).isZero();
    assertThat(AddressNumber.number("999999999999999999", 18)).isEqualTo(999_999_999_999_999_999L);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"-1", "+1", " 1", "1e3", "0x10", "\u0661", "abc", "1\n"})
  void anything_else_is_no_record_and_the_first_page(String typed) {
    assertThat(AddressNumber.number(typed, 18)).isZero();
  }
}

package org.pacegate.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void nothing_asks_for_the_demonstration() {
    assertThat(Options.of()).isEqualTo(new Options(false, false, false));
  }

  @Test
  void each_option_is_understood() {
    assertThat(Options.of("--empty").empty()).isTrue();
    assertThat(Options.of("--migrate-only").migrateOnly()).isTrue();
    assertThat(Options.of("--help").help()).isTrue();
  }

  @Test
  void r1_6_a_misspelt_option_is_named() {
    assertThatThrownBy(() -> Options.of("--emtpy"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--emtpy");
  }
}

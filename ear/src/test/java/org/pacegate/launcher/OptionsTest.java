package org.pacegate.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void nothing_asks_for_the_demonstration() {
    assertThat(Options.of()).isEqualTo(new Options(false, false, false, Optional.empty()));
  }

  @Test
  void each_option_is_understood() {
    assertThat(Options.of("--empty").empty()).isTrue();
    assertThat(Options.of("--migrate-only").migrateOnly()).isTrue();
    assertThat(Options.of("--help").help()).isTrue();
  }

  @Test
  void r12_19_evaluate_takes_one_file() {
    assertThat(Options.of("--evaluate", "file.json").evaluate()).contains(Path.of("file.json"));
    assertThatThrownBy(() -> Options.of("--evaluate")).isInstanceOf(StartRefused.class);
    assertThatThrownBy(() -> Options.of("--evaluate", "a", "b")).isInstanceOf(StartRefused.class);
    assertThatThrownBy(() -> Options.of("--empty", "--evaluate")).isInstanceOf(StartRefused.class);
  }

  @Test
  void r12_16_a_misspelt_option_is_named() {
    assertThatThrownBy(() -> Options.of("--emtpy"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--emtpy");
  }
}

package org.pacegate.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final Map<String, String> EXTERNAL =
      Map.of(
          "PACEGATE_DB_HOST", "db.example",
          "PACEGATE_DB_USER", "app",
          "PACEGATE_DB_PASSWORD", "a",
          "PACEGATE_DB_OWNER_USER", "owner",
          "PACEGATE_DB_OWNER_PASSWORD", "o");

  @Test
  void r12_11_nothing_set_means_an_embedded_database_on_the_usual_port() {
    var settings = new Settings(Map.of());

    assertThat(settings.externalDatabase()).isEmpty();
    assertThat(settings.httpPort()).isEqualTo(8080);
    assertThat(settings.httpHost()).isEqualTo("127.0.0.1");
    assertThat(settings.dataDirectory()).hasFileName("data");
  }

  @Test
  void r12_12_a_host_means_that_database() {
    var database = new Settings(EXTERNAL).externalDatabase().orElseThrow();

    assertThat(database.url()).startsWith("jdbc:postgresql://db.example:5432/pacegate?");
    assertThat(database.application()).isEqualTo(new Credentials("app", "a"));
    assertThat(database.owner()).contains(new Credentials("owner", "o"));
  }

  @Test
  void r12_13_without_a_sealer_the_owner_seals() {
    var settings = new Settings(EXTERNAL);

    assertThat(settings.sealerNamed()).isFalse();
    assertThat(settings.externalDatabase().orElseThrow().sealer().user()).isEqualTo("owner");
  }

  @Test
  void r12_16_a_host_without_a_role_is_refused() {
    var incomplete = new HashMap<>(EXTERNAL);
    incomplete.remove("PACEGATE_DB_USER");

    assertThatThrownBy(() -> new Settings(incomplete).externalDatabase())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("PACEGATE_DB_USER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eighty", "0", "65536", "-1", "80 80"})
  void r12_16_what_is_no_port_is_refused(String port) {
    assertThatThrownBy(() -> new Settings(Map.of("PACEGATE_HTTP_PORT", port)).httpPort())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("'" + port + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "FALSE", "0", "no", "No", "off", " off "})
  void r12_16_every_usual_no_declines_the_demonstration(String no) {
    assertThat(new Settings(Map.of("PACEGATE_DEMONSTRATION", no)).demonstrationDeclined()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "True", "1", "yes", "on", "", " "})
  void r12_16_yes_and_nothing_load_the_demonstration(String yes) {
    assertThat(new Settings(Map.of("PACEGATE_DEMONSTRATION", yes)).demonstrationDeclined())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"flase", "n", "none", "-1", "never"})
  void r12_16_a_misspelt_no_is_refused_and_loads_no_public_passwords(String misspelt) {
    assertThatThrownBy(
            () -> new Settings(Map.of("PACEGATE_DEMONSTRATION", misspelt)).demonstrationDeclined())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("PACEGATE_DEMONSTRATION must be true or false")
        .hasMessageContaining("'" + misspelt + "'");
  }
}

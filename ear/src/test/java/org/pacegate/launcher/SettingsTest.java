package org.pacegate.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
  @ValueSource(strings = {"3", "10", "720"})
  void r12_16_minutes_within_their_bounds_are_taken(String minutes) {
    assertThat(new Settings(Map.of("PACEGATE_IDLE_MINUTES", minutes)).idleMinutes())
        .isEqualTo(Integer.parseInt(minutes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "721", "0", "-10", "ten", "10m", "7.5", " 10", "99999999999", "١٠"})
  void r12_16_minutes_beyond_their_bounds_are_refused(String minutes) {
    var settings = new Settings(Map.of("PACEGATE_IDLE_MINUTES", minutes));

    assertThatThrownBy(settings::refuseImpossibleLimits)
        .isInstanceOf(StartRefused.class)
        .hasMessage(
            "PACEGATE_IDLE_MINUTES must be a whole number from 3 to 720, not '" + minutes + "'.");
  }

  @Test
  void r12_16_a_mail_server_that_cannot_be_is_refused() {
    new Settings(Map.of("PACEGATE_SMTP_PORT", "25", "PACEGATE_SMTP_ENCRYPTION", "None"))
        .refuseImpossibleLimits();
    assertThatThrownBy(new Settings(Map.of("PACEGATE_SMTP_PORT", "smtp"))::refuseImpossibleLimits)
        .hasMessage("PACEGATE_SMTP_PORT must be a port number from 1 to 65535, not 'smtp'.");
    assertThatThrownBy(
            new Settings(Map.of("PACEGATE_SMTP_ENCRYPTION", "ssl"))::refuseImpossibleLimits)
        .hasMessage("PACEGATE_SMTP_ENCRYPTION must be starttls, tls or none, not 'ssl'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "51", "0", "-1", "many"})
  void r12_16_a_pool_that_the_embedded_database_cannot_serve_is_refused(String pool) {
    var settings = new Settings(Map.of("PACEGATE_DB_POOL", pool));

    assertThatThrownBy(settings::refuseImpossibleLimits)
        .isInstanceOf(StartRefused.class)
        .hasMessage("PACEGATE_DB_POOL must be a whole number from 5 to 50, not '" + pool + "'.");
  }

  @Test
  void r12_16_a_database_of_its_own_serves_a_larger_pool() {
    var larger = new HashMap<>(EXTERNAL);
    larger.put("PACEGATE_DB_POOL", "500");
    assertThat(new Settings(larger).databasePool()).isEqualTo(500);

    larger.put("PACEGATE_DB_POOL", "501");
    assertThatThrownBy(new Settings(larger)::databasePool).isInstanceOf(StartRefused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 13, 14})
  void r12_16_an_older_postgresql_is_refused_in_one_sentence(int version) {
    var database = new Settings(EXTERNAL).externalDatabase().orElseThrow();

    assertThatThrownBy(() -> database.refuseIfOlder(version))
        .isInstanceOf(StartRefused.class)
        .hasMessage(
            "The database at db.example:5432/pacegate is PostgreSQL %d; Pacegate needs PostgreSQL 15 or newer.",
            version);
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 16, 18, 19})
  void r12_12_every_newer_postgresql_is_taken(int version) {
    var database = new Settings(EXTERNAL).externalDatabase().orElseThrow();

    assertThatCode(() -> database.refuseIfOlder(version)).doesNotThrowAnyException();
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

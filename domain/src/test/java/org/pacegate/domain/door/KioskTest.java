package org.pacegate.domain.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;

/** R4.130 and R4.131: how long a tablet is a kiosk, and what ends it there. */
class KioskTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration WORKING_DAY = Duration.ofHours(12);
  private static final String HASH = "0123456789abcdef".repeat(4);

  private static Kiosk kiosk() {
    return new Kiosk("Tablet", new Kiosk.Secrets(HASH, "PBKDF2:x"), UUID.randomUUID(), desk(NOW));
  }

  private static Attribution desk(Instant at) {
    return Attribution.of(7, at, ZoneOffset.UTC);
  }

  @Test
  void R4_130_it_runs_for_a_working_day() {
    assertThat(kiosk().runsAt(NOW)).isTrue();
    assertThat(kiosk().runsAt(NOW.plus(WORKING_DAY).minusMillis(1))).isTrue();
    assertThat(kiosk().runsAt(NOW.plus(WORKING_DAY))).isFalse();
  }

  @Test
  void R4_130_it_is_ended_from_the_desk_or_left_on_the_tablet_once() {
    Kiosk ended = kiosk();
    ended.end(desk(NOW.plusSeconds(5)));
    assertThat(ended.runsAt(NOW.plusSeconds(6))).isFalse();
    Kiosk left = kiosk();
    left.leave(NOW.plusSeconds(5));
    left.end(desk(NOW.plus(Duration.ofHours(1))));
    assertThat(left.runsAt(NOW.plusSeconds(6))).isFalse();
  }

  @Test
  void R4_130_a_runner_begins_and_ends_none() {
    Attribution runner = Attribution.ofRunner(NOW, ZoneOffset.UTC);
    Kiosk.Secrets secrets = new Kiosk.Secrets(HASH, "PBKDF2:x");
    assertThatThrownBy(() -> new Kiosk("Tablet", secrets, UUID.randomUUID(), runner))
        .isInstanceOf(DomainRefusal.class);
    Kiosk kiosk = kiosk();
    assertThatThrownBy(() -> kiosk.end(runner)).isInstanceOf(DomainRefusal.class);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, invalid.name.missing",
        "' ', invalid.name.missing",
        "1234567890123456789012345678901234567890123456789012345678901, invalid.name.tooLong"
      })
  void R4_130_the_desk_calls_it_by_a_name(String name, String code) {
    assertThatThrownBy(
            () -> new Kiosk(name, new Kiosk.Secrets(HASH, "x"), UUID.randomUUID(), desk(NOW)))
        .hasMessageStartingWith(code);
  }

  @Test
  void R4_130_a_key_itself_is_not_kept() {
    assertThatThrownBy(
            () ->
                new Kiosk("Tablet", new Kiosk.Secrets("secret", "x"), UUID.randomUUID(), desk(NOW)))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4711", "00007", "90210987", "1123", "2468"})
  void R4_131_a_pin_is_four_to_eight_digits(String pin) {
    assertThat(new KioskPin(pin).digits()).isEqualTo(pin);
    assertThat(new KioskPin(pin)).hasToString("KioskPin[…]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "471", "471147114", "47a1", " 4711", "٤٧١١", "4711\n"})
  void R4_131_anything_else_is_none(String typed) {
    assertThatThrownBy(() -> new KioskPin(typed)).hasMessageStartingWith("invalid.pin.malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1111", "00000000", "1234", "7890", "4321", "98765432", "0987"})
  void R4_131_what_a_stranger_tries_first_is_none(String typed) {
    assertThatThrownBy(() -> new KioskPin(typed)).hasMessageStartingWith("invalid.pin.simple");
  }
}

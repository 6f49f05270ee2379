package org.pacegate.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R0.1, R0.2. */
class ClinicRecordTest {

  private static final class Sheet extends ClinicRecord {}

  @Test
  void r0_1_aLostUpdateIsFound() {
    Sheet sheet = new Sheet();

    sheet.expectVersion(sheet.version());
    refused("lostUpdate", () -> sheet.expectVersion(sheet.version() + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T22:59:59Z, Europe/Madrid, 2026-03-02",
    "2026-03-02T23:00:00Z, Europe/Madrid, 2026-03-03",
    "2026-07-02T22:00:00Z, Europe/Madrid, 2026-07-03",
    "2026-03-02T04:59:59Z, America/New_York, 2026-03-01"
  })
  void r0_2_theDayIsTheClinics(Instant at, ZoneId zone, LocalDate day) {
    Attribution by = Attribution.of(11, at, zone);

    assertThat(by.day()).isEqualTo(day);
    assertThat(by.at()).isEqualTo(at);
    assertThat(by.by()).isEqualTo(11);
  }
}

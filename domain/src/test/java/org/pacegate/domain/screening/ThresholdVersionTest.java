package org.pacegate.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.InMemoryRecords;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.screening.Parameter.Unit;

/** R1.40 and R1.43. */
class ThresholdVersionTest {
  private static final Parameters SHIPPED =
      new Parameters(
          List.of(
              new Parameter("signs", Unit.COUNT, 2, 1, 3),
              new Parameter("stable", Unit.DAYS, 14, 14, 90)));

  private final ClinicClock clock = new ClinicClock();
  private final Professional physician = Professional.aPhysician();

  private ThresholdVersion draft(Map<String, Integer> values, String reason) {
    return InMemoryRecords.identify(
        new ThresholdVersion(
            "example", 1, 1, SHIPPED, values, reason, new UUID(1, 2), clock.by(11)),
        77);
  }

  private ThresholdSignature signed(Professional signer, LocalDate from) {
    return new ThresholdSignature(
        draft(Map.of("signs", 3), "agreed"),
        1,
        from,
        signer.licence(),
        DiagnosisPolicy.PHYSICIAN_ONLY,
        clock.by(signer.id()));
  }

  @Test
  void r140ADraftKeepsOnlyWhatLeavesTheShippedValues() {
    assertThat(draft(Map.of("signs", 3, "stable", 14), "agreed").values())
        .isEqualTo(Map.of("signs", 3));
    assertThat(draft(Map.of("signs", 2), "back as shipped").values()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,true", "3,true", "4,false"})
  void r140AValueStaysWithinItsBounds(int value, boolean accepted) {
    if (accepted) {
      assertThat(draft(Map.of("signs", value), "agreed")).isNotNull();
    } else {
      refused("invalid.signs.bounds", () -> draft(Map.of("signs", value), "agreed"));
    }
  }

  @Test
  void r140ADraftNeedsAReasonAndKnownParameters() {
    refused("invalid.reason.missing", () -> draft(Map.of("signs", 3), "  "));
    refused("threshold.unknown", () -> draft(Map.of("sings", 3), "agreed"));
  }

  @Test
  void r143TheSignersLicenceAndTheDayAreKept() {
    assertThat(signed(physician, clock.today()).effectiveFrom()).isEqualTo(clock.today());
    assertThat(signed(physician, clock.today()).thresholdVersionId()).isEqualTo(77);
  }

  @Test
  void r143NothingTakesEffectInThePast() {
    refused("invalid.effectiveFrom.past", () -> signed(physician, clock.today().minusDays(1)));
    refused("invalid.effectiveFrom.missing", () -> signed(physician, null));
  }

  @Test
  void r143OnlyWhoMayDiagnoseSigns() {
    refused("threshold.noAuthority", () -> signed(Professional.aPhysiotherapist(), clock.today()));
    Professional expired =
        Professional.physician(31, LocalDate.of(2019, 1, 1), LocalDate.of(2020, 1, 1));
    refused("threshold.noAuthority", () -> signed(expired, clock.today()));
    Professional borrowed = new Professional(32, physician.licence());
    refused("threshold.noAuthority", () -> signed(borrowed, clock.today()));
  }
}

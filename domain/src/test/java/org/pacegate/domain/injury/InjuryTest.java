package org.pacegate.domain.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R3.1. */
class InjuryTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate BORN = LocalDate.of(1988, 3, 2);

  private static Injury since(LocalDate onset) {
    return new Injury(BodySite.LOW_BACK, Side.MIDLINE, "hurts", onset, OnsetKind.GRADUAL);
  }

  private static Injury told(String complaint) {
    return new Injury(BodySite.LOW_BACK, Side.MIDLINE, complaint, TODAY, OnsetKind.GRADUAL);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, ''",
    "2026-03-03, invalid.onsetDate.future",
    "1988-03-02, ''",
    "1988-03-01, invalid.onsetDate.beforeBirth"
  })
  void r3_1_theOnsetLiesInTheRunnersLife(LocalDate onset, String refusal) {
    if (refusal.isEmpty()) {
      since(onset).expectPlausible(TODAY, BORN);
    } else {
      refused(refusal, () -> since(onset).expectPlausible(TODAY, BORN));
    }
  }

  @Test
  void r3_1_theRunnersWordsAreKept() {
    assertThat(told(" <b>hurts</b> 😖 ").complaint()).isEqualTo("<b>hurts</b> 😖");
    assertThat(told("x".repeat(10_000)).complaint()).hasSize(10_000);
    refused("invalid.complaint.tooLong", () -> told("x".repeat(10_001)));
    refused("invalid.complaint.missing", () -> told(" "));
  }
}

package org.pacegate.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.fixtures.Drafts;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.patient.Sex;

/** R6.5: the bands of docs/clinical-basis.md section 2, at every boundary. */
class ReferenceBandTest {

  @ParameterizedTest
  @CsvSource({
    "76.9, MALE, 25, PLANK_BELOW_25TH",
    "77, MALE, 25, PLANK_FROM_25TH",
    "77, MALE, 18, PLANK_FROM_25TH",
    "62.9, FEMALE, 18, PLANK_BELOW_25TH",
    "63, FEMALE, 18, PLANK_FROM_25TH",
    "63, MALE, 18, PLANK_BELOW_25TH",
    "0, MALE, 20, PLANK_BELOW_25TH",
    "20, MALE, 17, NO_REFERENCE",
    "20, MALE, 26, NO_REFERENCE",
    "200, FEMALE, 61, NO_REFERENCE",
    "20, OTHER, 20, NO_REFERENCE",
    "20, UNKNOWN, 20, NO_REFERENCE"
  })
  void r6_5_plankHasNormsFrom18To25Only(BigDecimal seconds, Sex sex, int age, ReferenceBand band) {
    assertThat(ReferenceBand.of(FindingTest.PLANK, seconds, sex, age)).isEqualTo(band);
  }

  @ParameterizedTest
  @CsvSource({
    "20, MALE, KNEE_WITHIN",
    "20.1, MALE, KNEE_ABOVE_20",
    "33.0, MALE, KNEE_ABOVE_20",
    "33.1, MALE, KNEE_SHORT_FOR_SEX",
    "20, FEMALE, KNEE_WITHIN",
    "20.1, FEMALE, KNEE_ABOVE_20",
    "23.4, FEMALE, KNEE_ABOVE_20",
    "23.5, FEMALE, KNEE_SHORT_FOR_SEX",
    "20, OTHER, KNEE_WITHIN",
    "60, OTHER, KNEE_ABOVE_20",
    "60, UNKNOWN, KNEE_ABOVE_20"
  })
  void r6_5_kneeExtensionIsReadBySexAndByConvention(
      BigDecimal degrees, Sex sex, ReferenceBand band) {
    assertThat(ReferenceBand.of(FindingTest.ACTIVE_KNEE_EXTENSION, degrees, sex, 40))
        .isEqualTo(band);
  }

  @ParameterizedTest
  @CsvSource({
    "-12, FOOT_HIGHLY_SUPINATED",
    "-5, FOOT_HIGHLY_SUPINATED",
    "-4, FOOT_SUPINATED",
    "-1, FOOT_SUPINATED",
    "0, FOOT_NEUTRAL",
    "5, FOOT_NEUTRAL",
    "6, FOOT_PRONATED",
    "9, FOOT_PRONATED",
    "10, FOOT_HIGHLY_PRONATED",
    "12, FOOT_HIGHLY_PRONATED"
  })
  void r6_5_theFootPostureIndexHasFiveBands(BigDecimal total, ReferenceBand band) {
    assertThat(ReferenceBand.of(FindingTest.FPI6, total, Sex.UNKNOWN, 40)).isEqualTo(band);
  }

  @ParameterizedTest
  @CsvSource({
    "0, LEGS_EVEN",
    "4.9, LEGS_EVEN",
    "5, LEGS_NOTE",
    "9.9, LEGS_NOTE",
    "10, LEGS_DISCUSS",
    "19.9, LEGS_DISCUSS",
    "20, LEGS_REFER",
    "100, LEGS_REFER"
  })
  void r6_5_legLengthHasFourBands(BigDecimal millimetres, ReferenceBand band) {
    assertThat(ReferenceBand.of(FindingTest.LEG_LENGTH_DIFFERENCE, millimetres, Sex.UNKNOWN, 40))
        .isEqualTo(band);
  }

  @ParameterizedTest
  @CsvSource({
    "PLANK, NONE, 0, 3600",
    "ACTIVE_KNEE_EXTENSION, LEFT, 0, 120",
    "FPI6, RIGHT, -12, 12",
    "LEG_LENGTH_DIFFERENCE, LEFT, 0, 100"
  })
  void r6_5_aValueLiesInItsTestsRange(
      FindingTest test, FindingSide side, BigDecimal least, BigDecimal most) {
    String refusal = "invalid." + test + ".range";

    assertThat(new Measurement(test, side, least).value()).isEqualTo(least);
    assertThat(new Measurement(test, side, most).value()).isEqualTo(most);
    refused(refusal, () -> new Measurement(test, side, least.subtract(BigDecimal.ONE)));
    refused(refusal, () -> new Measurement(test, side, most.add(BigDecimal.ONE)));
  }

  @Test
  void r6_5_aTestNamesItsSideOrHasNone() {
    BigDecimal ten = BigDecimal.TEN;

    refused("invalid.PLANK.side", () -> new Measurement(FindingTest.PLANK, FindingSide.LEFT, ten));
    refused("invalid.FPI6.side", () -> new Measurement(FindingTest.FPI6, FindingSide.NONE, ten));
  }

  @Test
  void r6_5_theFootPostureIndexIsAWholeNumber() {
    refused(
        "invalid.FPI6.whole",
        () -> new Measurement(FindingTest.FPI6, FindingSide.LEFT, new BigDecimal("4.5")));
    assertThat(new Measurement(FindingTest.FPI6, FindingSide.LEFT, new BigDecimal("10.0")).value())
        .isEqualByComparingTo("10");
  }

  @Test
  void r6_5_oneTestOnOneSideIsMeasuredOnce() {
    Measurement left = new Measurement(FindingTest.FPI6, FindingSide.LEFT, BigDecimal.ONE);
    Measurement right = new Measurement(FindingTest.FPI6, FindingSide.RIGHT, BigDecimal.ONE);

    assertThat(draft(left, right).measurements()).containsExactly(left, right);
    refused("invalid.FPI6.twice", () -> draft(left, right, left));
  }

  private static DiagnosisDraft draft(Measurement... measured) {
    return new DiagnosisDraft(
        Drafts.STRAIN,
        "strain",
        BodySite.LOW_BACK,
        VerificationStatus.CONFIRMED,
        java.util.List.of(measured),
        null);
  }
}

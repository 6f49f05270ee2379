package org.pacegate.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacegate.domain.diagnosis.PlanIntent;

/** R7.2: what a plan may ask of the runner (docs/clinical-basis.md 4.2). */
class PlanContentTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static BlockContent load(Integer percent) {
    return new BlockContent(BlockKind.LOAD, percent, 3, 2, "easy pace");
  }

  private static BlockContent trunk(Integer sessions, Integer painCeiling) {
    return new BlockContent(BlockKind.TRUNK, null, sessions, painCeiling, "dead bug");
  }

  private static PlanContent plan(LocalDate from, Rest rest, BlockContent... blocks) {
    return new PlanContent(from, rest, HillRestriction.AVOID_ALL, List.of(blocks));
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "100, true", "101, false"})
  void r7_2_theLoadLiesBetweenNothingAndAll(int percent, boolean admitted) {
    expect(admitted, "invalid.LOAD.loadPercent.range", () -> load(percent));
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "14, true", "15, false"})
  void aWeekHasFourteenSessionsAtMost(int sessions, boolean admitted) {
    expect(admitted, "invalid.TRUNK.sessionsPerWeek.range", () -> trunk(sessions, 2));
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "10, true", "11, false"})
  void painIsZeroToTen(int pain, boolean admitted) {
    expect(admitted, "invalid.TRUNK.painCeiling.range", () -> trunk(3, pain));
  }

  private static void expect(boolean admitted, String refusal, Runnable attempt) {
    if (admitted) {
      attempt.run();
    } else {
      refused(refusal, attempt);
    }
  }

  @ParameterizedTest
  @EnumSource(BlockKind.class)
  void onlyTheLoadBlockHasALoad(BlockKind kind) {
    if (kind == BlockKind.LOAD) {
      refused("invalid.LOAD.loadPercent.missing", () -> load(null));
    } else {
      refused(
          "invalid." + kind + ".loadPercent.unexpected",
          () -> new BlockContent(kind, 50, null, null, "so"));
      assertThat(new BlockContent(kind, null, null, null, "so").loadPercent()).isNull();
    }
  }

  @Test
  void everyBlockHasInstructions() {
    refused(
        "invalid.TRUNK.instructions.missing",
        () -> new BlockContent(BlockKind.TRUNK, null, 3, 2, " "));
    refused(
        "invalid.TRUNK.instructions.tooLong",
        () -> new BlockContent(BlockKind.TRUNK, null, 3, 2, "x".repeat(4_001)));
  }

  @Test
  void aPlanHasADayALoadAndNoPartTwice() {
    refused("invalid.startsOn.missing", () -> plan(null, Rest.RELATIVE_REST, load(50)));
    refused("invalid.LOAD.loadPercent.missing", () -> plan(DAY, Rest.RELATIVE_REST).intent());
    refused(
        "invalid.blocks.twice",
        () -> plan(DAY, Rest.RELATIVE_REST, load(50), trunk(3, 2), trunk(2, 2)));
  }

  @Test
  void r7_60_aPlanBeginsWithinNinetyDays() {
    PlanContent content = plan(DAY, Rest.RELATIVE_REST, load(50));
    content.expectSoonAfter(DAY);
    content.expectSoonAfter(DAY.minusDays(90));
    refused("invalid.startsOn.tooLate", () -> content.expectSoonAfter(DAY.minusDays(91)));
    refused("invalid.startsOn.tooLate", () -> content.expectSoonAfter(DAY.minusYears(64)));
  }

  @Test
  void r7_2_completeRestHasNoRunning() {
    refused(
        "invalid.LOAD.loadPercent.mustBeZero",
        () -> plan(DAY, Rest.COMPLETE_REST_FROM_IMPACT, load(1)));
    refused(
        "invalid.LOAD.loadPercent.missing",
        () -> plan(DAY, Rest.COMPLETE_REST_FROM_IMPACT, trunk(3, 2)));
  }

  @ParameterizedTest
  @CsvSource({
    "RELATIVE_REST, 0, false, false",
    "RELATIVE_REST, 1, true, false",
    "RELATIVE_REST, 100, true, false",
    "COMPLETE_REST_FROM_IMPACT, 0, false, true"
  })
  void r7_2_theGateLearnsOfImpactAndRest(Rest rest, int percent, boolean impact, boolean complete) {
    assertThat(plan(DAY, rest, load(percent)).intent())
        .isEqualTo(new PlanIntent(DAY, impact, complete));
  }
}

package org.pacegate.domain.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a new plan proposes (docs/clinical-basis.md 4.2): half the distance and relative rest; for
 * bone stress no impact at all. Every value is a proposal [D] that the therapist changes.
 */
public final class PlanTemplate {

  private static final int HALF = 50;

  private PlanTemplate() {}

  /**
   * The proposal for a diagnosis.
   *
   * @param boneStress whether the diagnosis forbids impact
   * @param instructions words for each part, in the runner's language
   */
  public static PlanContent propose(
      boolean boneStress, LocalDate startsOn, Map<BlockKind, String> instructions) {
    int painCeiling = boneStress ? 0 : 2;
    return new PlanContent(
        startsOn,
        boneStress ? Rest.COMPLETE_REST_FROM_IMPACT : Rest.RELATIVE_REST,
        HillRestriction.AVOID_ALL,
        List.of(
            block(BlockKind.LOAD, boneStress ? 0 : HALF, null, painCeiling, instructions),
            block(BlockKind.LIGHT_EXERCISE, null, 3, painCeiling, instructions),
            block(BlockKind.TRUNK, null, 2, painCeiling, instructions),
            block(BlockKind.LOWER_LIMB, null, 2, painCeiling, instructions),
            block(BlockKind.FLEXIBILITY, null, 2, null, instructions),
            block(BlockKind.EDUCATION, null, null, null, instructions)));
  }

  private static BlockContent block(
      BlockKind kind,
      Integer loadPercent,
      Integer sessions,
      Integer painCeiling,
      Map<BlockKind, String> instructions) {
    return new BlockContent(kind, loadPercent, sessions, painCeiling, instructions.get(kind));
  }
}

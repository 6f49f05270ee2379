package org.pacegate.domain.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.pacegate.domain.diagnosis.PlanIntent;
import org.pacegate.domain.shared.InvalidValue;

/** What a plan asks of the runner. */
public record PlanContent(
    LocalDate startsOn, Rest rest, HillRestriction hills, List<BlockContent> blocks) {

  /** How far ahead a plan may begin: what it rests on does not hold for longer. */
  static final int LATEST_START_DAYS = 90;

  /** Refuses a plan without a load block, with a part twice, or with running in complete rest. */
  public PlanContent {
    if (startsOn == null) {
      throw new InvalidValue("startsOn", "missing");
    }
    Objects.requireNonNull(rest, "rest");
    Objects.requireNonNull(hills, "hills");
    blocks = List.copyOf(blocks);
    if (blocks.stream().map(BlockContent::kind).distinct().count() != blocks.size()) {
      throw new InvalidValue("blocks", "twice");
    }
    if (rest == Rest.COMPLETE_REST_FROM_IMPACT && loadPercent(blocks) != 0) {
      throw new InvalidValue("LOAD.loadPercent", "mustBeZero");
    }
  }

  private static int loadPercent(List<BlockContent> blocks) {
    return blocks.stream()
        .filter(block -> block.kind() == BlockKind.LOAD)
        .findFirst()
        .map(BlockContent::loadPercent)
        .orElseThrow(() -> new InvalidValue("LOAD.loadPercent", "missing"));
  }

  /**
   * Refuses a plan that begins too far ahead.
   *
   * @throws InvalidValue {@code startsOn tooLate} more than 90 days after the day
   */
  public void expectSoonAfter(LocalDate day) {
    if (startsOn.isAfter(day.plusDays(LATEST_START_DAYS))) {
      throw new InvalidValue("startsOn", "tooLate");
    }
  }

  /** What the gate has to know of it. */
  public PlanIntent intent() {
    return new PlanIntent(
        startsOn, loadPercent(blocks) > 0, rest == Rest.COMPLETE_REST_FROM_IMPACT);
  }
}

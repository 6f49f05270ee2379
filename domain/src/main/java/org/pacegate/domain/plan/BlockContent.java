package org.pacegate.domain.plan;

import java.util.Objects;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/**
 * One part of a plan.
 *
 * @param loadPercent weekly distance in percent of the distance before the injury, 0 to 100; the
 *     load block has it, no other
 * @param sessionsPerWeek 0 to 14, or null where sessions are not counted
 * @param painCeiling highest pain, 0 to 10, at which the activity goes on, or null
 */
public record BlockContent(
    BlockKind kind,
    Integer loadPercent,
    Integer sessionsPerWeek,
    Integer painCeiling,
    String instructions) {

  public BlockContent {
    Objects.requireNonNull(kind, "kind");
    if ((kind == BlockKind.LOAD) == (loadPercent == null)) {
      throw new InvalidValue(kind + ".loadPercent", loadPercent == null ? "missing" : "unexpected");
    }
    inRange(kind + ".loadPercent", loadPercent, 100);
    inRange(kind + ".sessionsPerWeek", sessionsPerWeek, 14);
    inRange(kind + ".painCeiling", painCeiling, 10);
    instructions = Words.required(kind + ".instructions", instructions, 4_000);
  }

  private static void inRange(String field, Integer value, int most) {
    if (value != null && (value < 0 || value > most)) {
      throw new InvalidValue(field, "range");
    }
  }
}

package org.pacegate.web.referral;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.pacegate.domain.referral.ReferralState;
import org.pacegate.service.referral.ReferralLine;

/**
 * A place on the line of a referral.
 *
 * @param at when it came here last; null if it never did
 * @param current whether it is here now
 */
public record LoopStep(ReferralState state, Instant at, boolean current) implements Serializable {

  private static final List<ReferralState> WAY =
      List.of(
          ReferralState.DRAFT,
          ReferralState.SENT,
          ReferralState.RECEIVED,
          ReferralState.ACCEPTED,
          ReferralState.SCHEDULED,
          ReferralState.IN_PROGRESS,
          ReferralState.COMPLETED);

  /**
   * The way to the answer. A pause or a missed appointment stands behind the place it was left
   * from; another end stands in place of everything that did not come to pass.
   */
  static List<LoopStep> line(ReferralState now, List<ReferralLine> steps) {
    Map<ReferralState, Instant> reached = new TreeMap<>();
    steps.forEach(step -> reached.put(step.to(), step.at()));
    boolean broken = !now.isOpen() && now != ReferralState.COMPLETED;
    List<LoopStep> line = new ArrayList<>();
    for (ReferralState state : WAY) {
      if (!broken || reached.containsKey(state)) {
        line.add(new LoopStep(state, reached.get(state), state == now));
      }
    }
    if (!WAY.contains(now)) {
      line.add(behindLast(line), new LoopStep(now, reached.get(now), true));
    }
    return line;
  }

  private static int behindLast(List<LoopStep> line) {
    return 1
        + line.lastIndexOf(
            line.stream()
                .filter(step -> Objects.nonNull(step.at()))
                .reduce((first, second) -> second)
                .orElse(line.get(0)));
  }

  /** Style of its mark: where it was, where it is, where it has not been. */
  public String mark() {
    if (current) {
      return state.isOpen() || state == ReferralState.COMPLETED ? "current" : "current broken";
    }
    return at == null ? "" : "done";
  }
}

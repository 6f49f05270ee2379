package org.pacegate.domain.screening;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How soon somebody must act, most dangerous first; {@link DangerClock} says until when. */
public enum Urgency {
  /** Ambulance or emergency department. */
  U0_EMERGENCY_NOW,
  /** A doctor today. */
  U1_SAME_DAY,
  /** Seen within one or two weeks. */
  U2_URGENT_1_2W,
  /** The normal diagnostic appointment; no clock runs. */
  U3_ROUTINE;

  /** True when this is as urgent as {@code other} or more. */
  public boolean isAtLeast(Urgency other) {
    return compareTo(other) <= 0;
  }

  /** True when a professional has to clear the finding before a plan may start: U0, U1 and U2. */
  public boolean keepsGateShut() {
    return isAtLeast(U2_URGENT_1_2W);
  }

  /** The most urgent of all, in whatever order they come; empty for none. */
  public static Optional<Urgency> highest(Collection<Urgency> urgencies) {
    return urgencies.stream().min(Comparator.naturalOrder());
  }
}

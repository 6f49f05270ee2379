package org.pacegate.domain.screening;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How soon somebody must act, most dangerous first. Limits are clinic settings by proposal [D]. */
public enum Urgency {
  /** Ambulance or emergency department; a clinician is told within 15 minutes. */
  U0_EMERGENCY_NOW(Duration.ofMinutes(15), Duration.ofHours(1)),
  /** A doctor today: contact within 4 hours, seen within 24 hours at most. */
  U1_SAME_DAY(Duration.ofHours(4), Duration.ofHours(24)),
  /** Referral sent within one working day, seen within 14 days. */
  U2_URGENT_1_2W(Duration.ofDays(1), Duration.ofDays(14)),
  /** The normal diagnostic appointment; no clock runs. */
  U3_ROUTINE(null, null);

  private final Duration actWithin;
  private final Duration seenWithin;

  Urgency(Duration actWithin, Duration seenWithin) {
    this.actWithin = actWithin;
    this.seenWithin = seenWithin;
  }

  /** Time within which somebody must have acted; for U2 it counts working days only. */
  public Optional<Duration> actWithin() {
    return Optional.ofNullable(actWithin);
  }

  /** Time within which a professional must have seen the patient. */
  public Optional<Duration> seenWithin() {
    return Optional.ofNullable(seenWithin);
  }

  /**
   * The moment by which somebody must have acted on a finding made at {@code found}. U2 ends at the
   * same time on the next weekday in the clinic's time zone; public holidays are not known here.
   */
  public Optional<Instant> actBy(Instant found, ZoneId clinicZone) {
    if (this != U2_URGENT_1_2W) {
      return actWithin().map(found::plus);
    }
    ZonedDateTime due = found.atZone(clinicZone).plusDays(1);
    while (due.getDayOfWeek() == DayOfWeek.SATURDAY || due.getDayOfWeek() == DayOfWeek.SUNDAY) {
      due = due.plusDays(1);
    }
    return Optional.of(due.toInstant());
  }

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

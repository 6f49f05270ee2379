package org.pacegate.domain.screening;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a danger found at the clinic has to be taken over and decided, by its urgency.
 *
 * @param version the clinic's signed version of its deadlines; empty without one
 * @param standing a deadline that runs already; empty for a clock that starts now
 */
public record DangerClock(
    ZoneId zone, DangerTimes times, Optional<Long> version, Optional<Instant> standing) {

  /** A clock that nobody has signed. */
  public DangerClock(ZoneId zone, DangerTimes times) {
    this(zone, times, Optional.empty(), Optional.empty());
  }

  /** The clock of a signed version; every danger that begins with it names it (R1.101). */
  public static DangerClock signed(ZoneId zone, DangerTimes times, long version) {
    return new DangerClock(zone, times, Optional.of(version), Optional.empty());
  }

  /** The clock of a clinic that has changed none of the proposed times. */
  public static DangerClock proposed(ZoneId zone) {
    return new DangerClock(zone, Deadlines.PROPOSED);
  }

  /**
   * The clock of a danger that was known before: finishing the intake in which it was answered
   * gives nobody more time (R1.96).
   *
   * @param deadline the one that ran in the unfinished intake, if one did
   */
  public DangerClock runningUntil(Optional<Instant> deadline) {
    return new DangerClock(zone, times, version, deadline);
  }

  /**
   * Until when somebody must have taken over a danger found at {@code found}; empty for a routine
   * finding. U2 ends at the same time of day some weekdays later in the clinic's time zone; public
   * holidays are not known here.
   */
  public Optional<Instant> actBy(Urgency urgency, Instant found) {
    return switch (urgency) {
      case U0_EMERGENCY_NOW -> Optional.of(earlier(found.plus(times.emergency().takenOver())));
      case U1_SAME_DAY -> Optional.of(earlier(found.plus(times.sameDay().takenOver())));
      case U2_URGENT_1_2W -> Optional.of(workingDaysAfter(found));
      case U3_ROUTINE -> Optional.empty();
    };
  }

  private Instant earlier(Instant due) {
    return standing.filter(due::isAfter).orElse(due);
  }

  private Instant workingDaysAfter(Instant found) {
    ZonedDateTime due = found.atZone(zone);
    for (int left = times.urgentWorkingDays(); left > 0; left--) {
      due = due.plusDays(1);
      while (due.getDayOfWeek() == DayOfWeek.SATURDAY || due.getDayOfWeek() == DayOfWeek.SUNDAY) {
        due = due.plusDays(1);
      }
    }
    return due.toInstant();
  }

  /**
   * Until when a professional must have seen the runner and decided; empty for a routine finding.
   *
   * @param ruleDays days that the rule itself gives, such as 7 for a suspected stress fracture;
   *     they only shorten the urgency's own time
   */
  public Optional<Instant> seenBy(Urgency urgency, OptionalInt ruleDays, Instant found) {
    return decidedIn(urgency)
        .map(
            limit ->
                ruleDays.isPresent() && limit.toDays() > ruleDays.getAsInt()
                    ? Duration.ofDays(ruleDays.getAsInt())
                    : limit)
        .map(found::plus);
  }

  private Optional<Duration> decidedIn(Urgency urgency) {
    return switch (urgency) {
      case U0_EMERGENCY_NOW -> Optional.of(times.emergency().decided());
      case U1_SAME_DAY -> Optional.of(times.sameDay().decided());
      case U2_URGENT_1_2W -> Optional.of(times.urgentDecided());
      case U3_ROUTINE -> Optional.empty();
    };
  }
}

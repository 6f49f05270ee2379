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
 * @param standing a deadline that runs already; empty for a clock that starts now
 */
public record DangerClock(ZoneId zone, DangerTimes times, Optional<Instant> standing) {

  public DangerClock(ZoneId zone, DangerTimes times) {
    this(zone, times, Optional.empty());
  }

  /** The clock of a clinic that has changed none of the proposed times. */
  public static DangerClock proposed(ZoneId zone) {
    return new DangerClock(zone, DangerTimes.PROPOSED);
  }

  /**
   * The clock of a danger that was known before: finishing the intake in which it was answered
   * gives nobody more time (R1.96).
   *
   * @param deadline the one that ran in the unfinished intake, if one did
   */
  public DangerClock runningUntil(Optional<Instant> deadline) {
    return new DangerClock(zone, times, deadline);
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
   * @param ruleDays days that the rule itself gives, such as 7 for a suspected stress fracture
   */
  public Optional<Instant> seenBy(Urgency urgency, OptionalInt ruleDays, Instant found) {
    if (urgency != Urgency.U3_ROUTINE && ruleDays.isPresent()) {
      return Optional.of(found.plus(Duration.ofDays(ruleDays.getAsInt())));
    }
    return switch (urgency) {
      case U0_EMERGENCY_NOW -> Optional.of(found.plus(times.emergency().decided()));
      case U1_SAME_DAY -> Optional.of(found.plus(times.sameDay().decided()));
      case U2_URGENT_1_2W -> Optional.of(found.plus(times.urgentDecided()));
      case U3_ROUTINE -> Optional.empty();
    };
  }
}

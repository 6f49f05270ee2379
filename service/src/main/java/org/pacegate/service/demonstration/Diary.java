package org.pacegate.service.demonstration;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** When the steps of one runner's history happen: always forward, never after now. */
final class Diary {

  /** A time that a story leaves open between two bounds. */
  record When(Kind kind, int least, int most) {

    enum Kind {
      MINUTES_AGO,
      DAYS_AGO,
      MINUTES_LATER,
      DAYS_LATER
    }

    static When minutesAgo(int least, int most) {
      return new When(Kind.MINUTES_AGO, least, most);
    }

    static When daysAgo(int least, int most) {
      return new When(Kind.DAYS_AGO, least, most);
    }

    /** After the step before. */
    static When minutes(int least, int most) {
      return new When(Kind.MINUTES_LATER, least, most);
    }

    /** After the step before. */
    static When days(int least, int most) {
      return new When(Kind.DAYS_LATER, least, most);
    }
  }

  private static final LocalTime OPENS = LocalTime.of(8, 15);
  private static final int OPEN_MINUTES = 560;
  private static final Duration PAUSE = Duration.ofMinutes(3);

  private final Instant now;
  private final ZoneId zone;
  private final RandomGenerator random;
  private Instant last = Instant.EPOCH;

  Diary(Instant now, ZoneId zone, RandomGenerator random) {
    this.now = now;
    this.zone = zone;
    this.random = random;
  }

  /** The instant of the next step. */
  Instant next(When when) {
    int drawn = random.nextInt(when.least(), when.most() + 1);
    Instant wanted =
        switch (when.kind()) {
          case MINUTES_AGO -> now.minus(Duration.ofMinutes(drawn));
          case DAYS_AGO -> atWork(now.minus(Duration.ofDays(drawn)));
          case MINUTES_LATER -> last.plus(Duration.ofMinutes(drawn));
          case DAYS_LATER -> atWork(last.plus(Duration.ofDays(drawn)));
        };
    Instant earliest = last.plus(PAUSE);
    Instant at = wanted.isBefore(earliest) ? earliest : wanted;
    if (!at.isBefore(now)) {
      at = last.plus(Duration.between(last, now).dividedBy(2));
    }
    last = at.truncatedTo(ChronoUnit.SECONDS);
    return last;
  }

  /** The same day in opening hours; Saturdays and Sundays become the Friday before. */
  private Instant atWork(Instant day) {
    LocalDate date = LocalDate.ofInstant(day, zone);
    while (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
      date = date.minusDays(1);
    }
    return date.atTime(OPENS).plusMinutes(random.nextInt(OPEN_MINUTES)).atZone(zone).toInstant();
  }
}

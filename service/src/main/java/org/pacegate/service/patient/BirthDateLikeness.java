package org.pacegate.service.patient;

import java.time.LocalDate;

/** How two birth dates compare. */
public enum BirthDateLikeness {
  SAME,
  /** Day and month are swapped. */
  SWAPPED,
  /** Two of day, month and year agree. */
  SIMILAR,
  DIFFERENT,
  /** One of the two is not known. */
  UNKNOWN;

  static BirthDateLikeness of(LocalDate asked, LocalDate recorded) {
    if (asked == null || recorded == null) {
      return UNKNOWN;
    }
    if (asked.equals(recorded)) {
      return SAME;
    }
    boolean sameYear = asked.getYear() == recorded.getYear();
    boolean sameMonth = asked.getMonth() == recorded.getMonth();
    boolean sameDay = asked.getDayOfMonth() == recorded.getDayOfMonth();
    if (sameYear
        && asked.getDayOfMonth() == recorded.getMonthValue()
        && asked.getMonthValue() == recorded.getDayOfMonth()) {
      return SWAPPED;
    }
    boolean onePartDiffers = sameYear ? sameMonth || sameDay : sameMonth && sameDay;
    return onePartDiffers ? SIMILAR : DIFFERENT;
  }

  /** The date with day and month swapped, or null where that is no other date. */
  static LocalDate swapped(LocalDate born) {
    return born == null || born.getDayOfMonth() > 12
        ? null
        : LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
  }
}

package org.pacegate.web.shared;

import java.time.Duration;
import java.util.Locale;

/** A wait in its largest whole unit, such as 3 h. */
record Waited(long amount, String unit) {

  static Waited of(Duration wait) {
    if (wait.toDays() > 0) {
      return new Waited(wait.toDays(), "days");
    }
    if (wait.toHours() > 0) {
      return new Waited(wait.toHours(), "hours");
    }
    return new Waited(Math.max(0, wait.toMinutes()), "minutes");
  }

  String in(Locale locale) {
    return SharedWords.in(locale).say("waited." + unit, amount);
  }
}

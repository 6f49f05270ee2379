package org.pacegate.web.referral;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pacegate.domain.shared.InvalidValue;

/** A time of day as somebody types it: 9:30, 09.30, 0930, 9h30, 9. */
final class TypedTime {

  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:\\s*[:.h ]?\\s*(\\d{2}))?\\s*h?");

  private TypedTime() {}

  /**
   * @throws InvalidValue for the field {@code time}
   */
  static LocalTime of(String typed) {
    if (typed == null || typed.isBlank()) {
      throw new InvalidValue("time", "missing");
    }
    Matcher found = TIME.matcher(typed.strip());
    if (!found.matches()) {
      throw new InvalidValue("time", "malformed");
    }
    int hour = Integer.parseInt(found.group(1));
    int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
    if (hour > 23 || minute > 59) {
      throw new InvalidValue("time", "malformed");
    }
    return LocalTime.of(hour, minute);
  }
}

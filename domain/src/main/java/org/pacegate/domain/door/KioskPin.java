package org.pacegate.domain.door;

import java.util.regex.Pattern;
import org.pacegate.domain.shared.InvalidValue;

/**
 * What ends a kiosk on the tablet itself: four to eight digits that are no row and not all the
 * same.
 *
 * @param digits as typed
 */
public record KioskPin(String digits) {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{4,8}");
  private static final String UP = "01234567890123456789";
  private static final String DOWN = "98765432109876543210";

  /**
   * A PIN that somebody chose.
   *
   * @throws InvalidValue for {@code pin}: {@code malformed}, or {@code simple} for one that a
   *     stranger tries first
   */
  public KioskPin {
    if (digits == null || !DIGITS.matcher(digits).matches()) {
      throw new InvalidValue("pin", "malformed");
    }
    if (digits.chars().distinct().count() == 1 || UP.contains(digits) || DOWN.contains(digits)) {
      throw new InvalidValue("pin", "simple");
    }
  }

  @Override
  public String toString() {
    return "KioskPin[…]";
  }
}

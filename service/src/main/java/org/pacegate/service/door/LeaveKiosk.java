package org.pacegate.service.door;

import java.util.Objects;

/**
 * Somebody ends a kiosk on the tablet.
 *
 * @param kiosk what the browser shows
 * @param pin as it was typed
 */
public record LeaveKiosk(String kiosk, String pin) {

  private static final int LONGEST = 20;

  public LeaveKiosk {
    Objects.requireNonNull(kiosk, "kiosk");
    pin = pin == null || pin.length() > LONGEST ? "" : pin.strip();
  }

  @Override
  public String toString() {
    return "LeaveKiosk[…]";
  }
}

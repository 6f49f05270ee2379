package org.pacegate.service.door;

/**
 * A runner tells a kiosk who they are.
 *
 * @param kiosk what the browser shows
 * @param birthDate as it was typed; ISO 8601 if it is a date
 */
public record OpenAtKiosk(String kiosk, String familyName, String givenName, String birthDate) {

  private static final int LONGEST = 200;

  public OpenAtKiosk {
    kiosk = shortened(kiosk);
    familyName = shortened(familyName);
    givenName = shortened(givenName);
    birthDate = shortened(birthDate);
  }

  private static String shortened(String text) {
    String given = text == null ? "" : text.strip();
    return given.length() > LONGEST ? "" : given;
  }

  @Override
  public String toString() {
    return "OpenAtKiosk[…]";
  }
}

package org.pacegate.service.door;

import java.util.Objects;

/**
 * Somebody tries to get in.
 *
 * @param secret the token of a link, or the code for another device, as it came
 * @param isCode which of both
 * @param birthDate as it was typed; ISO 8601 if it is a date
 * @param address where it came from
 */
public record OpenLink(String secret, boolean isCode, String birthDate, String address) {

  private static final int LONGEST = 100;

  public OpenLink {
    secret = shortened(secret);
    birthDate = shortened(birthDate);
    Objects.requireNonNull(address, "address");
  }

  private static String shortened(String text) {
    String given = text == null ? "" : text.strip();
    return given.length() > LONGEST ? "" : given;
  }

  @Override
  public String toString() {
    return "OpenLink[…]";
  }
}

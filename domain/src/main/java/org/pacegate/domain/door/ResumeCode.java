package org.pacegate.domain.door;

import java.util.Locale;
import java.util.Optional;
import org.pacegate.domain.shared.InvalidValue;

/**
 * A code short enough to be typed on another device: eight letters and digits of which none looks
 * like another one.
 *
 * @param text in capitals, without the dash
 */
public record ResumeCode(String text) {

  /** How many characters, and how many random numbers make one. */
  public static final int LENGTH = 8;

  /** Without 0 and O, 1, I and L. */
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int HALF = LENGTH / 2;

  public ResumeCode {
    if (text.length() != LENGTH || text.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
      throw new InvalidValue("code", "malformed");
    }
  }

  /** How many different characters there are. */
  public static int choices() {
    return ALPHABET.length();
  }

  /**
   * A code of drawn characters.
   *
   * @param drawn eight numbers from 0 to {@link #choices} exclusive
   */
  public static ResumeCode of(int... drawn) {
    StringBuilder text = new StringBuilder();
    for (int each : drawn) {
      text.append(ALPHABET.charAt(each));
    }
    return new ResumeCode(text.toString());
  }

  /** What somebody typed, in whatever case, with or without the dash; empty if it is no code. */
  public static Optional<ResumeCode> read(String typed) {
    String text = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    try {
      return Optional.of(new ResumeCode(text));
    } catch (InvalidValue noCode) {
      return Optional.empty();
    }
  }

  /** As it is printed: {@code ABCD-2345}. */
  public String printed() {
    return text.substring(0, HALF) + "-" + text.substring(HALF);
  }

  @Override
  public String toString() {
    return "ResumeCode[…]";
  }
}

package org.pacegate.service.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link of the chain, as it is anchored outside.
 *
 * @param hash SHA-256 over the sealed events and the previous link, in hexadecimal
 */
record Seal(long no, Instant at, String hash) {

  private static final Pattern LINE =
      Pattern.compile("pacegate-seal (\\d{1,18}) (\\S+) ([0-9a-f]{64})");

  /** One line of the anchor. */
  String line() {
    return "pacegate-seal %d %s %s".formatted(no, at, hash);
  }

  /** The seal of a line; none for a line that is not whole. */
  static Optional<Seal> of(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Seal(Long.parseLong(parts.group(1)), Instant.parse(parts.group(2)), parts.group(3)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

package org.pacegate.domain.door;

import java.util.regex.Pattern;
import org.pacegate.domain.shared.InvalidValue;

/** What opens a door is kept as SHA-256 only. */
final class Hashes {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private Hashes() {}

  /**
   * A hash to keep.
   *
   * @throws InvalidValue for what is no SHA-256 in hexadecimal digits: a secret is never kept
   */
  static String sha256(String text) {
    if (!SHA_256.matcher(text).matches()) {
      throw new InvalidValue("hash", "malformed");
    }
    return text;
  }
}

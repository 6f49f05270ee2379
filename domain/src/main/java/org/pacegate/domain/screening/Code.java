package org.pacegate.domain.screening;

import java.util.regex.Pattern;

/** The shape of link ids, rule ids and choice codes: letters, digits, dot, dash, underscore. */
final class Code {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

  private Code() {}

  static void refuseMalformed(String code) {
    if (code == null || !SHAPE.matcher(code).matches()) {
      throw new IllegalArgumentException("not a code: " + code);
    }
  }
}

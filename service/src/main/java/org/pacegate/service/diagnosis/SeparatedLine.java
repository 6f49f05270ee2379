package org.pacegate.service.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of separated values (RFC 4180, without line breaks in a value). */
final class SeparatedLine {
  private SeparatedLine() {}

  /**
   * Its values without their quotes, or nothing if a quote is left open or stands in the middle.
   */
  static Optional<List<String>> parts(String line, char separator) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    boolean closed = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted) {
        if (c != '"') {
          part.append(c);
        } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
          part.append('"');
          i++;
        } else {
          quoted = false;
          closed = true;
        }
      } else if (c == separator) {
        parts.add(part.toString());
        part.setLength(0);
        closed = false;
      } else if (c == '"' && part.isEmpty() && !closed) {
        quoted = true;
      } else if (c == '"' || closed) {
        return Optional.empty();
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return quoted ? Optional.empty() : Optional.of(parts);
  }
}

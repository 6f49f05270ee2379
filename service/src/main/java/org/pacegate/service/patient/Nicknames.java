package org.pacegate.service.patient;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Given names that one person goes by: the table {@code matching/nicknames.txt}, ours. */
final class Nicknames {

  private static final Map<String, Set<Integer>> LINES = read();

  private Nicknames() {}

  /**
   * Whether two given names stand in one line of the table.
   *
   * @param one in lower case without accents
   * @param other in lower case without accents
   */
  static boolean pair(String one, String other) {
    return !Collections.disjoint(
        LINES.getOrDefault(one, Set.of()), LINES.getOrDefault(other, Set.of()));
  }

  private static Map<String, Set<Integer>> read() {
    Map<String, Set<Integer>> lines = new HashMap<>();
    try (var in = Nicknames.class.getResourceAsStream("/matching/nicknames.txt");
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.startsWith("#")) {
          for (String name : line.split(" ", -1)) {
            lines.computeIfAbsent(name, unseen -> new HashSet<>()).add(number);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}

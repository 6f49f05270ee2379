package org.pacegate.web.questionnaire;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Typed sample answers as one text, to come back with the next request. */
final class TypedSample {
  private TypedSample() {}

  static String text(Map<String, String> typed) {
    return new TreeMap<>(typed)
        .entrySet().stream()
            .filter(entry -> entry.getValue() != null && !entry.getValue().isBlank())
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
  }

  /** What cannot be read was not written by us, and counts as nothing typed. */
  static Map<String, String> of(String text) {
    Map<String, String> typed = new TreeMap<>();
    for (String part : text.split("&", -1)) {
      int is = part.indexOf('=');
      if (is > 0) {
        typed.put(decoded(part.substring(0, is)), decoded(part.substring(is + 1)));
      }
    }
    return typed;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notOurs) {
      return "";
    }
  }
}

package org.pacegate.web.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.pacegate.domain.intake.IntakeStep;

/**
 * What a page shows in its fields, as text that travels with the page: the server may have
 * forgotten the page when it comes back, and must not guess then.
 */
final class ShownEntries {

  private ShownEntries() {}

  /** The part of the entries that the page of a step holds. */
  static String part(IntakeStep step) {
    return switch (step) {
      case PERSON -> "person.";
      case COMPLAINT -> "complaint.";
      case SCREENING -> "answer.";
      case RUNNING -> "running.";
      case MORE -> "own.";
      case CONSENT -> "consent.";
    };
  }

  /** As a form's fields are sent. */
  static String text(Map<String, String> shown) {
    return shown.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Text that is none of ours shows nothing: then nothing can be taken back by it. */
  static Map<String, String> read(String sent) {
    Map<String, String> shown = new HashMap<>();
    try {
      for (String entry : sent == null ? new String[0] : sent.split("&")) {
        int at = entry.indexOf('=');
        if (at > 0) {
          shown.put(entry.substring(0, at), URLDecoder.decode(entry.substring(at + 1), UTF_8));
        }
      }
    } catch (IllegalArgumentException notOurs) {
      shown.clear();
    }
    return shown;
  }
}

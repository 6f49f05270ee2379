package org.pacegate.service.questionnaire;

import java.util.HashMap;
import java.util.Map;

/** Where in a file each item stands. */
final class Places {
  private final Map<String, String> places = new HashMap<>();

  void put(String linkId, String place) {
    places.merge(linkId == null ? "" : linkId, place, (first, second) -> first + ", " + second);
  }

  /** Its place, or all its places when it stands there more than once. */
  String of(String linkId) {
    return places.getOrDefault(linkId, FileProblem.WHOLE);
  }
}

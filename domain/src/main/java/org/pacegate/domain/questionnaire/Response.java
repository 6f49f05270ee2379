package org.pacegate.domain.questionnaire;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was answered: link id to answers. Never changes.
 *
 * @param answers never with an empty list
 */
public record Response(Map<String, List<Value>> answers) {

  /** Keeps its own copy; a question with no answers is left out. */
  public Response {
    Map<String, List<Value>> kept = new LinkedHashMap<>();
    answers.forEach(
        (linkId, values) -> {
          if (!values.isEmpty()) {
            kept.put(linkId, List.copyOf(values));
          }
        });
    answers = Map.copyOf(kept);
  }

  /** Nothing has been answered. */
  public static Response none() {
    return new Response(Map.of());
  }

  /** This response with other answers to one question; none takes its answer away. */
  public Response with(String linkId, Value... values) {
    Map<String, List<Value>> more = new LinkedHashMap<>(answers);
    more.put(linkId, List.of(values));
    return new Response(more);
  }

  /** This response without answers to these. */
  public Response without(Collection<String> linkIds) {
    Map<String, List<Value>> fewer = new LinkedHashMap<>(answers);
    fewer.keySet().removeAll(linkIds);
    return new Response(fewer);
  }

  /** The answers to a question; none when it was not answered. */
  public List<Value> to(String linkId) {
    return answers.getOrDefault(linkId, List.of());
  }

  /** True when there is an answer, be it "not sure". */
  public boolean has(String linkId) {
    return answers.containsKey(linkId);
  }
}

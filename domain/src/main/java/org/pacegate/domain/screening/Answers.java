package org.pacegate.domain.screening;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Everything known about one patient at one screening: link id to answer. Never changes. */
public final class Answers {

  private final Map<String, Answer> byLinkId;

  private Answers(Map<String, Answer> byLinkId) {
    this.byLinkId = Collections.unmodifiableMap(byLinkId);
  }

  /** Nothing has been answered. */
  public static Answers none() {
    return new Answers(Map.of());
  }

  /** These answers by link id, as they are now; refuses null keys and values. */
  public static Answers of(Map<String, Answer> byLinkId) {
    return new Answers(Map.copyOf(byLinkId));
  }

  /**
   * A view of answers to which its maker still adds; nobody else may see it before they are all.
   */
  static Answers growing(Map<String, Answer> byLinkId) {
    return new Answers(byLinkId);
  }

  /** The answers by link id. */
  public Map<String, Answer> byLinkId() {
    return byLinkId;
  }

  /** These answers and one more; a second answer to a question replaces the first. */
  public Answers with(String linkId, Answer answer) {
    Map<String, Answer> more = new HashMap<>(byLinkId);
    more.put(Objects.requireNonNull(linkId), Objects.requireNonNull(answer));
    return new Answers(more);
  }

  /** These answers and all of {@code others}, which win. */
  public Answers withAll(Answers others) {
    Map<String, Answer> more = new HashMap<>(byLinkId);
    more.putAll(others.byLinkId);
    return new Answers(more);
  }

  /** These answers without those to the given questions. */
  public Answers without(Collection<String> linkIds) {
    Map<String, Answer> fewer = new HashMap<>(byLinkId);
    linkIds.forEach(fewer::remove);
    return new Answers(fewer);
  }

  /** The answer to a question, empty when it was not answered. */
  public Optional<Answer> find(String linkId) {
    return Optional.ofNullable(byLinkId.get(linkId));
  }

  /** True when the question was answered, be it "not sure". */
  public boolean has(String linkId) {
    return byLinkId.containsKey(linkId);
  }

  @Override
  public String toString() {
    return "Answers" + byLinkId;
  }
}

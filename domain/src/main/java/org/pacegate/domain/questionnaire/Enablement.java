package org.pacegate.domain.questionnaire;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * When an item applies.
 *
 * @param behavior whether all conditions have to hold or one is enough
 * @param conditions empty for always
 */
public record Enablement(Behavior behavior, List<EnableWhen> conditions) {

  /** FHIR's {@code enableBehavior}. */
  public enum Behavior {
    ALL,
    ANY
  }

  /** Keeps its own copy. */
  public Enablement {
    Objects.requireNonNull(behavior, "behavior");
    conditions = List.copyOf(conditions);
  }

  /** No condition. */
  public static Enablement always() {
    return new Enablement(Behavior.ALL, List.of());
  }

  /** Every one of these has to hold. */
  public static Enablement whenAll(EnableWhen... conditions) {
    return new Enablement(Behavior.ALL, List.of(conditions));
  }

  /** One of these is enough. */
  public static Enablement whenAny(EnableWhen... conditions) {
    return new Enablement(Behavior.ANY, List.of(conditions));
  }

  /**
   * Whether it holds.
   *
   * @param given the answers that count for a question; none for one that is not enabled
   */
  boolean holds(Function<String, List<Value>> given) {
    return conditions.isEmpty()
        || (behavior == Behavior.ALL
            ? conditions.stream().allMatch(each -> each.holds(given.apply(each.question())))
            : conditions.stream().anyMatch(each -> each.holds(given.apply(each.question()))));
  }
}

package org.pacegate.domain.questionnaire;

import java.util.List;
import java.util.function.IntPredicate;
import org.pacegate.domain.questionnaire.Value.Amount;
import org.pacegate.domain.questionnaire.Value.Day;
import org.pacegate.domain.questionnaire.Value.Truth;

/** FHIR R4's operators of a condition. */
public enum Operator {
  EXISTS,
  EQUAL,
  NOT_EQUAL,
  GREATER,
  LESS,
  GREATER_OR_EQUAL,
  LESS_OR_EQUAL;

  /** Whether it needs answers that have an order. */
  boolean compares() {
    return this != EXISTS && this != EQUAL && this != NOT_EQUAL;
  }

  /**
   * Whether it holds for the answers given, of which there may be none (R4.53). FHIR R4 defines
   * {@code !=} as "no answer is equal", so it holds for an unanswered question.
   */
  boolean holds(List<Value> given, Value expected) {
    return switch (this) {
      case EXISTS -> given.isEmpty() != ((Truth) expected).value();
      case EQUAL -> given.contains(expected);
      case NOT_EQUAL -> !given.contains(expected);
      case GREATER -> any(given, expected, order -> order > 0);
      case LESS -> any(given, expected, order -> order < 0);
      case GREATER_OR_EQUAL -> any(given, expected, order -> order >= 0);
      case LESS_OR_EQUAL -> any(given, expected, order -> order <= 0);
    };
  }

  private static boolean any(List<Value> given, Value expected, IntPredicate holds) {
    return given.stream().anyMatch(value -> comparable(value, expected, holds));
  }

  private static boolean comparable(Value given, Value expected, IntPredicate holds) {
    if (given instanceof Amount amount && expected instanceof Amount limit) {
      return holds.test(amount.value().compareTo(limit.value()));
    }
    return given instanceof Day day
        && expected instanceof Day limit
        && holds.test(day.date().compareTo(limit.date()));
  }
}

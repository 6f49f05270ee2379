package org.pacegate.domain.questionnaire;

import java.util.List;
import java.util.Objects;

/**
 * One condition of an item.
 *
 * @param question link id of the question it looks at
 * @param operator how its answers are held against {@code answer}
 * @param answer what they are held against; for {@code EXISTS} yes or no
 */
public record EnableWhen(String question, Operator operator, Value answer) {

  /** Refuses anything missing. */
  public EnableWhen {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(answer, "answer");
  }

  boolean holds(List<Value> given) {
    return operator.holds(given, answer);
  }
}

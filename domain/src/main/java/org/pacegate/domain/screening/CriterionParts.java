package org.pacegate.domain.screening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every criterion that is made of others does with them. */
final class CriterionParts {
  private CriterionParts() {}

  static List<Criterion> nonEmpty(List<Criterion> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a criterion of no parts says nothing");
    }
    return List.copyOf(parts);
  }

  static List<CriterionResult> resultsOf(List<Criterion> parts, Answers answers) {
    return parts.stream().map(part -> part.evaluate(answers)).toList();
  }

  static List<Criterion> with(List<Criterion> parts, Parameters parameters) {
    return parts.stream().map(part -> part.with(parameters)).toList();
  }

  /** All questions the parts read; refuses one that is read as two kinds. */
  static Map<String, AnswerKind> inputsOf(List<Criterion> parts) {
    Map<String, AnswerKind> all = new HashMap<>();
    for (Criterion part : parts) {
      part.inputs().forEach((linkId, kind) -> expect(all, linkId, kind));
    }
    return Map.copyOf(all);
  }

  private static void expect(Map<String, AnswerKind> all, String linkId, AnswerKind kind) {
    AnswerKind other = all.putIfAbsent(linkId, kind);
    if (other != null && other != kind) {
      throw new IllegalArgumentException(linkId + " read as " + other + " and as " + kind);
    }
  }
}

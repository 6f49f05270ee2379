package org.pacegate.service.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.screening.AnswerKind;
import org.pacegate.domain.screening.RuleSet;

/**
 * Everything that may be true as long as nobody has chosen between desk and runner: what each of
 * them says, and each with whatever the other says beside it, so that a rule that counts findings
 * counts those of both (R4.103).
 */
record BothSides(EntryBook book, RuleSet rules) {

  private static final String YES = "YES";
  private static final String UNSURE = "UNSURE";

  List<Map<String, String>> all() {
    return book.open().isEmpty()
        ? List.of(book.standing())
        : Stream.of(book.standing(), book.ofRunner())
            .flatMap(said -> Stream.of(said, withFindingsOfBoth(said)))
            .toList();
  }

  private Map<String, String> withFindingsOfBoth(Map<String, String> said) {
    Map<String, String> all = new HashMap<>(said);
    for (Contradiction each : book.open()) {
      AnswerEntries.question(rules, each.field())
          .map(asked -> findings(asked.kind(), each.desk().value(), each.runner().value()))
          .filter(findings -> !findings.isEmpty())
          .ifPresent(findings -> all.put(each.field(), findings));
    }
    return all;
  }

  /** Empty where only one of both values can be true. */
  private static String findings(AnswerKind kind, String desk, String runner) {
    return switch (kind) {
      case YES_NO ->
          Stream.of(YES, UNSURE).filter(List.of(desk, runner)::contains).findFirst().orElse("");
      case CHOICES ->
          Stream.of(desk, runner)
              .flatMap(codes -> Arrays.stream(codes.split(",")))
              .filter(code -> !code.isEmpty() && !code.equals(UNSURE))
              .distinct()
              .collect(Collectors.joining(","));
      case CHOICE, AMOUNT, DATE -> "";
    };
  }
}

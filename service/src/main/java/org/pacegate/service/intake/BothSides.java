package org.pacegate.service.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.intake.Door;
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

  /**
   * What the doors said about the questions that they answered differently, whoever has chosen or
   * changed their mind since: what each of them said, and the findings of all together (R4.191).
   */
  List<Map<String, String>> ofEachDoor() {
    List<DoorDifference> answers =
        book.differences().stream()
            .filter(each -> AnswerEntries.question(rules, each.field()).isPresent())
            .toList();
    if (answers.isEmpty()) {
      return List.of();
    }
    List<Map<String, String>> all = new ArrayList<>();
    for (Door door : Door.values()) {
      Map<String, String> said = new HashMap<>(book.standing());
      answers.forEach(each -> each.at(door).ifPresent(value -> said.put(each.field(), value)));
      all.add(said);
    }
    Map<String, String> together = new HashMap<>(book.standing());
    answers.forEach(
        each ->
            together(
                each.field(), each.said().stream().map(EntrySource::value).toList(), together));
    all.add(together);
    return all;
  }

  private Map<String, String> withFindingsOfBoth(Map<String, String> said) {
    Map<String, String> all = new HashMap<>(said);
    for (Contradiction each : book.open()) {
      together(each.field(), List.of(each.desk().value(), each.runner().value()), all);
    }
    return all;
  }

  private void together(String field, List<String> values, Map<String, String> all) {
    AnswerEntries.question(rules, field)
        .map(asked -> findings(asked.kind(), values))
        .filter(findings -> !findings.isEmpty())
        .ifPresent(findings -> all.put(field, findings));
  }

  /** Empty where only one of the values can be true. */
  private static String findings(AnswerKind kind, List<String> values) {
    return switch (kind) {
      case YES_NO -> Stream.of(YES, UNSURE).filter(values::contains).findFirst().orElse("");
      case CHOICES ->
          values.stream()
              .flatMap(codes -> Arrays.stream(codes.split(",", -1)))
              .filter(code -> !code.isEmpty() && !code.equals(UNSURE))
              .distinct()
              .collect(Collectors.joining(","));
      case CHOICE, AMOUNT, DATE -> "";
    };
  }
}

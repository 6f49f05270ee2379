package org.pacegate.domain.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What moving thresholds does to a rule set: the rules and questions that follow them, the examples
 * that change their result, and what forbids the move (R1.42).
 *
 * <p>An example that names none of the moved parameters has to come out as written. One that does
 * is about the old value: where the parameter is held against a date or an amount, the same patient
 * moved along with the threshold has to come out as written; where it counts signs, nobody can be
 * moved along, and the signer has the new result to judge.
 *
 * @param moved the parameters that leave their shipped value, in the order of the rule set
 * @param passed how many examples come out as written
 * @param changed the examples that come out otherwise because a value they name has moved
 * @param failures everything that forbids the move
 */
public record ThresholdTrial(
    List<Moved> moved, int passed, List<ChangedExample> changed, List<String> failures) {

  /**
   * A parameter at another value.
   *
   * @param shipped the parameter as shipped
   * @param value the value it is moved to
   * @param rules ids of the rules that ask or say something else by it
   * @param questions link ids of the questions that apply to others by it
   */
  public record Moved(Parameter shipped, int value, List<String> rules, List<String> questions) {}

  /**
   * An example with another result than written.
   *
   * @param written the example
   * @param outcome what its rule says now
   * @param urgency what the whole screening comes to now
   * @param movedAlong whether the patient was also tried moved along with the threshold
   */
  public record ChangedExample(
      ExampleCase written, Outcome outcome, Optional<Urgency> urgency, boolean movedAlong) {}

  /** Keeps its own copies. */
  public ThresholdTrial {
    moved = List.copyOf(moved);
    changed = List.copyOf(changed);
    failures = List.copyOf(failures);
  }

  /** Whether nothing forbids the move. */
  public boolean passes() {
    return failures.isEmpty();
  }

  /**
   * Tries values on a shipped rule set.
   *
   * @throws IllegalArgumentException for an unknown parameter or a value outside its bounds
   */
  public static ThresholdTrial of(
      RuleSet shipped, ExampleCases examples, Map<String, Integer> values) {
    RuleSet after = shipped.with(values);
    List<Moved> moved =
        shipped.parameters().all().stream()
            .filter(each -> after.parameters().expect(each.name()).value() != each.value())
            .map(each -> moved(shipped, each, values.get(each.name())))
            .toList();
    Set<String> names =
        moved.stream().map(each -> each.shipped().name()).collect(Collectors.toSet());
    List<ChangedExample> changed = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    int passed = 0;
    for (ExampleCase example : examples.cases()) {
      Optional<String> failure = example.failureIn(after);
      if (failure.isEmpty()) {
        passed++;
      } else if (example.pins().stream().noneMatch(names::contains)) {
        failures.add(failure.get());
      } else {
        MovedPatient patient = new MovedPatient(shipped, after, example);
        patient.failure().ifPresent(failures::add);
        changed.add(
            new ChangedExample(
                example,
                after.assess(example.given()).get(example.ruleId()).outcome(),
                after.screen(example.given()).maxUrgency(),
                patient.isMoved()));
      }
    }
    return new ThresholdTrial(moved, passed, changed, failures);
  }

  /** Who follows one parameter, whatever else is moved. */
  private static Moved moved(RuleSet shipped, Parameter parameter, int value) {
    RuleSet alone = shipped.with(Map.of(parameter.name(), value));
    Set<String> questions = new TreeSet<>();
    for (Question question : shipped.questions()) {
      if (!alone.question(question.linkId()).orElseThrow().equals(question)) {
        questions.add(question.linkId());
      }
    }
    return new Moved(
        parameter,
        value,
        shipped.rules().stream()
            .filter(rule -> !alone.rule(rule.id()).orElseThrow().equals(rule))
            .map(Rule::id)
            .toList(),
        List.copyOf(questions));
  }
}

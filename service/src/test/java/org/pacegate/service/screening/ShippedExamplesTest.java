package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.CriterionResult;
import org.pacegate.domain.screening.ExampleCase;
import org.pacegate.domain.screening.Outcome;
import org.pacegate.domain.screening.Parameter;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.Rule;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.screening.ThresholdTrial;

/** What every shipped rule set and every one of its examples has to hold. */
class ShippedExamplesTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyExampleComesOutAsWritten(Shipped.Case written) {
    assertThat(written.example().failureIn(written.rules())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void everyRuleHasMetNotMetMissingAndBoundary(Shipped.Tried tried) {
    assertThat(tried.examples().failuresIn(tried.rules())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void r11NoAnswerRemovedTurnsARuleOffOrTheScreeningNegative(Shipped.Case written) {
    RuleSet rules = written.rules();
    Answers given = written.example().given();
    Map<String, CriterionResult> before = rules.assess(given);
    Set<String> needed = needed(rules, given);
    for (String linkId : given.byLinkId().keySet()) {
      Answers fewer = given.without(Set.of(linkId));
      if (needed.contains(linkId)) {
        assertThat(rules.screen(fewer).status()).isNotEqualTo(ScreeningStatus.NEGATIVE);
      }
      Map<String, CriterionResult> after = rules.assess(fewer);
      assertThat(rules.rules()).noneMatch(rule -> turnedOff(rule, before, after));
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  void r113EveryParameterReachesBothOfItsBounds(Shipped.Tried tried) {
    for (Parameter parameter : tried.rules().parameters().all()) {
      for (int bound : new int[] {parameter.min(), parameter.max()}) {
        RuleSet moved = tried.rules().with(Map.of(parameter.name(), bound));

        assertThat(moved.parameters().expect(parameter.name()).value()).isEqualTo(bound);
      }
    }
  }

  /** What an example does not name may be moved anywhere; what it names makes a difference. */
  @ParameterizedTest
  @MethodSource("sets")
  void r142AnExampleNamesExactlyTheParametersThatItsResultDependsOn(Shipped.Tried tried) {
    IdentityHashMap<ExampleCase, Set<String>> found = new IdentityHashMap<>();
    for (Parameter parameter : tried.rules().parameters().all()) {
      // Whatever follows a threshold changes once on the way to a bound, at the latest there.
      for (int value : new int[] {parameter.min(), parameter.max()}) {
        RuleSet moved = tried.rules().with(Map.of(parameter.name(), value));
        for (ExampleCase example : tried.examples().cases()) {
          if (example.failureIn(moved).isPresent()) {
            found.computeIfAbsent(example, none -> new TreeSet<>()).add(parameter.name());
          }
        }
      }
    }
    for (ExampleCase example : tried.examples().cases()) {
      assertThat(found.getOrDefault(example, Set.of())).as("%s", example).isEqualTo(example.pins());
    }
  }

  /** Each threshold alone, and all of them at once: nothing but what is named changes. */
  @ParameterizedTest
  @MethodSource("sets")
  void r142EveryBoundIsReachedWithAllExamplesAccountedFor(Shipped.Tried tried) {
    Map<String, Integer> lowest = new HashMap<>();
    Map<String, Integer> highest = new HashMap<>();
    for (Parameter parameter : tried.rules().parameters().all()) {
      lowest.put(parameter.name(), parameter.min());
      highest.put(parameter.name(), parameter.max());
      allows(tried, Map.of(parameter.name(), parameter.min()));
      allows(tried, Map.of(parameter.name(), parameter.max()));
    }
    allows(tried, lowest);
    allows(tried, highest);
  }

  private static void allows(Shipped.Tried tried, Map<String, Integer> values) {
    ThresholdTrial trial = ThresholdTrial.of(tried.rules(), tried.examples(), values);

    assertThat(trial.failures()).as("%s", values).isEmpty();
    assertThat(trial.passed() + trial.changed().size()).isEqualTo(tried.examples().cases().size());
  }

  private static boolean turnedOff(
      Rule rule, Map<String, CriterionResult> before, Map<String, CriterionResult> after) {
    return before.get(rule.id()).outcome() == Outcome.MET
        && after.get(rule.id()).outcome() == Outcome.NOT_MET;
  }

  private static Set<String> needed(RuleSet rules, Answers given) {
    List<Question> asked = rules.enabledQuestions(given);
    return rules.questions().stream()
        .filter(question -> question.required())
        .filter(question -> question.calculated() || asked.contains(question))
        .filter(question -> question.applies(given) != Outcome.NOT_MET)
        .map(Question::linkId)
        .collect(Collectors.toSet());
  }

  static Stream<Shipped.Case> cases() {
    return Shipped.cases();
  }

  static Stream<Shipped.Tried> sets() {
    return Shipped.all();
  }
}

package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.CriterionResult;
import org.pacegate.domain.screening.Outcome;
import org.pacegate.domain.screening.Parameter;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.Rule;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.ScreeningStatus;

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

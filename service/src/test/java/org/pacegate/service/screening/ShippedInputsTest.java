package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacegate.domain.screening.Answer.Amount;
import org.pacegate.domain.screening.Answer.OnDate;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.CriterionResult;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.ExampleCase;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Outcome;
import org.pacegate.domain.screening.Rule;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.screening.Urgency;

/**
 * Every input of every rule of every shipped rule set, and every count of NG65: nothing sampled.
 */
class ShippedInputsTest {

  private static final LocalDate ONSET = LocalDate.of(2025, 6, 1);
  private static final List<String> SIGNS =
      List.of("SPA-1", "SPA-2", "SPA-3", "SPA-4", "SPA-5", "SPA-6", "SPA-7", "SPA-8");

  @ParameterizedTest
  @MethodSource("sets")
  void R1_97_no_input_of_any_rule_is_taken_away_silently(Shipped.Tried tried) {
    RuleSet rules = tried.rules();
    for (Rule rule : rules.rules()) {
      Set<String> takenAway = new TreeSet<>();
      for (ExampleCase met : met(tried, rule)) {
        for (String input : rule.criterion().inputs().keySet()) {
          if (met.given().has(input)) {
            takenAway.add(input);
            new TakenAway(rules, rule, met.given(), input).isNeverSilent();
          }
        }
      }
      assertThat(takenAway)
          .as("%s: inputs that a patient who meets it answered", rule.id())
          .isEqualTo(rule.criterion().inputs().keySet());
    }
  }

  private static List<ExampleCase> met(Shipped.Tried tried, Rule rule) {
    return tried.examples().cases().stream()
        .filter(example -> example.ruleId().equals(rule.id()))
        .filter(example -> example.outcome() == Outcome.MET)
        .toList();
  }

  /** One patient who meets one rule, without one of its inputs. */
  private record TakenAway(RuleSet rules, Rule rule, Answers before, String input) {

    void isNeverSilent() {
      Evaluation with = rules.screen(before);
      Answers fewer = before.without(Set.of(input));
      Evaluation without = rules.screen(fewer);
      CriterionResult result = rules.assess(fewer).get(rule.id());

      assertThat(result.outcome()).as("%s", this).isNotEqualTo(Outcome.NOT_MET);
      assertThat(without.status()).as("%s", this).isNotEqualTo(ScreeningStatus.NEGATIVE);
      if (result.outcome() == Outcome.INDETERMINATE) {
        assertThat(result.missing()).as("%s", this).contains(input);
        assertThat(without.missing()).as("%s", this).contains(input);
        assertThat(without.indeterminateRules().contains(rule.id()) || fires(without))
            .as("%s", this)
            .isTrue();
      }
      if (lower(with, without)) {
        assertThat(without.isComplete()).as("%s", this).isFalse();
        assertThat(without.missing()).as("%s", this).contains(input);
      }
    }

    private boolean fires(Evaluation found) {
      return found.fired().stream().map(FiredRule::ruleId).anyMatch(rule.id()::equals);
    }

    private static boolean lower(Evaluation with, Evaluation without) {
      return with.maxUrgency()
          .filter(before -> without.maxUrgency().filter(now -> now.isAtLeast(before)).isEmpty())
          .isPresent();
    }

    @Override
    public String toString() {
      return "%s without %s of %s".formatted(rule.id(), input, before);
    }
  }

  /** All 256 answers to the eight questions, by onset before and after 35: 0 to 9 signs. */
  @Test
  void R1_98_every_count_of_ng65_leads_where_the_guideline_says() {
    RuleSet rules = Shipped.rules("low-back-pain", 2);
    Answers healthy = anybody(rules);
    for (int onsetAge : new int[] {34, 39, 45}) {
      for (int answered = 0; answered < 1 << SIGNS.size(); answered++) {
        Answers given = moved(healthy, onsetAge);
        for (int sign = 0; sign < SIGNS.size(); sign++) {
          given = given.with(SIGNS.get(sign), (answered >> sign & 1) == 1 ? YesNo.YES : YesNo.NO);
        }
        int signs = onsetAge == 45 ? 0 : Integer.bitCount(answered) + (onsetAge < 35 ? 1 : 0);
        assertThat(spondyloarthritis(rules.screen(given)))
            .as("%d signs, onset at %d", signs, onsetAge)
            .isEqualTo(expected(signs));
      }
    }
  }

  private static Set<String> expected(int signs) {
    return switch (signs) {
      case 0 -> Set.of();
      case 1, 2 -> Set.of("SPA-R.net");
      case 3 -> Set.of("SPA-R.hla", "SPA-R.net");
      default -> Set.of("SPA-R", "SPA-R.net");
    };
  }

  @Test
  void R1_98_only_how_soon_is_a_proposal_of_ours_and_no_limit_of_ng65_can_be_moved() {
    RuleSet rules = Shipped.rules("low-back-pain", 2);
    assertThat(rules.rule("SPA-R").orElseThrow())
        .satisfies(rule -> assertThat(rule.urgency()).isEqualTo(Urgency.U2_URGENT_1_2W))
        .satisfies(rule -> assertThat(rule.proposal()).isTrue());
    for (String id : List.of("SPA-R", "SPA-R.hla", "SPA-R.b27", "SPA-R.net")) {
      Map<String, Integer> highest = new HashMap<>();
      rules.parameters().all().forEach(each -> highest.put(each.name(), each.max()));
      assertThat(rules.with(highest).rule(id)).as(id).isEqualTo(rules.rule(id));
    }
  }

  private static Set<String> spondyloarthritis(Evaluation found) {
    Set<String> fired = new TreeSet<>();
    found.fired().stream()
        .map(FiredRule::ruleId)
        .filter(id -> id.startsWith("SPA-R"))
        .forEach(fired::add);
    return fired;
  }

  /** Hurting for a year, since this age. */
  private static Answers moved(Answers healthy, int onsetAge) {
    LocalDate birth = ONSET.minusYears(onsetAge);
    return healthy
        .with("onset", new OnDate(ONSET))
        .with("birth-date", new OnDate(birth))
        .with("age", Amount.of(onsetAge + 1))
        .with("onset-age", Amount.of(onsetAge));
  }

  private static Answers anybody(RuleSet rules) {
    return Shipped.all()
        .filter(tried -> tried.rules().equals(rules))
        .flatMap(tried -> tried.examples().cases().stream())
        .filter(example -> example.ruleId().equals("SPA-R.net"))
        .filter(example -> example.kind() == ExampleCase.Kind.MET)
        .findFirst()
        .orElseThrow()
        .given();
  }

  static Stream<Shipped.Tried> sets() {
    return Shipped.all();
  }
}

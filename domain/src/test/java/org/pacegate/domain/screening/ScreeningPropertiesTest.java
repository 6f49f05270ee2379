package org.pacegate.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.screening.Fixtures.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.Criterion.AllOf;
import org.pacegate.domain.screening.Criterion.AnyOf;
import org.pacegate.domain.screening.Criterion.AtLeastNOf;
import org.pacegate.domain.screening.Criterion.CountBetween;
import org.pacegate.domain.screening.Criterion.Not;

/** Laws that hold for any criterion, any rule set and any answers. jqwik prints its seed. */
class ScreeningPropertiesTest {
  private static final List<String> LINK_IDS = List.of("a", "b", "c", "d", "e");
  private static final List<Question> QUESTIONS = LINK_IDS.stream().map(Fixtures::asked).toList();

  @Property
  void r11NotTwiceIsTheSame(@ForAll("criteria") Criterion c, @ForAll("answers") Answers given) {
    assertThat(outcome(new Not(new Not(c)), given)).isEqualTo(outcome(c, given));
  }

  @Property
  void r11DeMorgan(
      @ForAll("criteria") Criterion c,
      @ForAll("criteria") Criterion d,
      @ForAll("answers") Answers given) {
    assertThat(outcome(new Not(new AllOf(List.of(c, d))), given))
        .isEqualTo(outcome(new AnyOf(List.of(new Not(c), new Not(d))), given));
  }

  @Property
  void r11AndOrAreTheEndsOfCounting(
      @ForAll("criteria") Criterion c,
      @ForAll("criteria") Criterion d,
      @ForAll("answers") Answers given) {
    List<Criterion> both = List.of(c, d);
    assertThat(outcome(new AtLeastNOf(2, both), given)).isEqualTo(outcome(new AllOf(both), given));
    assertThat(outcome(new AtLeastNOf(1, both), given)).isEqualTo(outcome(new AnyOf(both), given));
  }

  @Property
  void r11CountingUpToAllIsCountingAtLeast(
      @ForAll("criteria") Criterion c,
      @ForAll("criteria") Criterion d,
      @ForAll("answers") Answers given) {
    List<Criterion> both = List.of(c, d);
    Criterion exactlyOne =
        new AllOf(List.of(new AtLeastNOf(1, both), new Not(new AtLeastNOf(2, both))));

    assertThat(outcome(new CountBetween(1, 2, both), given))
        .isEqualTo(outcome(new AtLeastNOf(1, both), given));
    if (outcome(exactlyOne, given) != Outcome.INDETERMINATE) {
      assertThat(outcome(new CountBetween(1, 1, both), given))
          .isEqualTo(outcome(exactlyOne, given));
    }
  }

  @Property
  void r11TheOrderOfPartsDoesNotMatter(
      @ForAll("criteria") Criterion c,
      @ForAll("criteria") Criterion d,
      @ForAll("answers") Answers given) {
    assertThat(new AllOf(List.of(c, d)).evaluate(given))
        .isEqualTo(new AllOf(List.of(d, c)).evaluate(given));
  }

  @Property
  void r11AnsweringMoreNeverTurnsWhatWasDecided(
      @ForAll("criteria") Criterion c,
      @ForAll("answers") Answers given,
      @ForAll("answers") Answers more) {
    Outcome before = outcome(c, certain(given));
    Outcome after = outcome(c, more.withAll(certain(given)));

    assertThat(before == Outcome.INDETERMINATE || after == before).isTrue();
  }

  @Property
  void r12AnsweringMoreNeverLosesACertainRule(
      @ForAll("ruleSets") RuleSet rules,
      @ForAll("answers") Answers given,
      @ForAll("answers") Answers more) {
    List<String> certain =
        rules.screen(certain(given)).fired().stream()
            .filter(fired -> fired.assumed().isEmpty())
            .map(FiredRule::ruleId)
            .toList();

    assertThat(rules.screen(more.withAll(certain(given))).fired())
        .extracting(FiredRule::ruleId)
        .containsAll(certain);
  }

  @Property
  void r11RemovingAnAnswerNeverTurnsMetIntoNotMet(
      @ForAll("ruleSets") RuleSet rules,
      @ForAll("answers") Answers given,
      @ForAll("linkIds") String removed) {
    Answers fewer = given.without(Set.of(removed));
    Map<String, CriterionResult> before = rules.assess(given);
    Map<String, CriterionResult> after = rules.assess(fewer);
    for (Rule rule : rules.rules()) {
      if (before.get(rule.id()).outcome() == Outcome.MET) {
        assertThat(after.get(rule.id()).outcome()).isNotEqualTo(Outcome.NOT_MET);
      }
    }
  }

  @Property
  void r15RemovingAnAnswerNeverMakesItNegative(
      @ForAll("ruleSets") RuleSet rules,
      @ForAll("answers") Answers given,
      @ForAll("linkIds") String removed) {
    assertThat(rules.screen(given.without(Set.of(removed))).status())
        .isNotEqualTo(ScreeningStatus.NEGATIVE);
  }

  @Property
  void r16TheHighestUrgencyWinsInAnyOrderOfRules(
      @ForAll("ruleSets") RuleSet rules, @ForAll("answers") Answers given, @ForAll Random order) {
    List<Rule> shuffled = new ArrayList<>(rules.rules());
    Collections.shuffle(shuffled, order);
    Evaluation found = rules.screen(given);
    Evaluation again = new RuleSet("example", 1, QUESTIONS, shuffled).screen(given);

    assertThat(again.fired()).containsExactlyInAnyOrderElementsOf(found.fired());
    assertThat(again.maxUrgency()).isEqualTo(found.maxUrgency());
    assertThat(again.status()).isEqualTo(found.status());
    assertThat(found.fired())
        .allMatch(fired -> found.maxUrgency().orElseThrow().isAtLeast(fired.urgency()));
  }

  @Provide
  Arbitrary<String> linkIds() {
    return Arbitraries.of(LINK_IDS);
  }

  @Provide
  Arbitrary<Answers> answers() {
    Arbitrary<Map<String, Answer>> maps =
        Arbitraries.maps(linkIds(), Arbitraries.of(YesNo.class).map(a -> (Answer) a));
    return maps.map(Answers::of);
  }

  @Provide
  Arbitrary<Criterion> criteria() {
    Arbitrary<Criterion> leaf = linkIds().map(Fixtures::yes);
    return Arbitraries.recursive(() -> leaf, ScreeningPropertiesTest::deeper, 3);
  }

  private static Arbitrary<Criterion> deeper(Arbitrary<Criterion> part) {
    Arbitrary<List<Criterion>> parts = part.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        part.map(Not::new),
        parts.map(AllOf::new),
        parts.map(AnyOf::new),
        Combinators.combine(Arbitraries.integers().between(1, 3), parts)
            .as((n, list) -> new AtLeastNOf(Math.min(n, list.size()), list)));
  }

  @Provide
  Arbitrary<RuleSet> ruleSets() {
    Arbitrary<Rule> rules =
        Combinators.combine(
                Arbitraries.integers().between(1, 99),
                Arbitraries.of(RuleKind.class),
                Arbitraries.of(Urgency.class),
                criteria())
            .as((n, kind, urgency, criterion) -> rule("R" + n, kind, urgency, criterion));
    return rules
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .uniqueElements(Rule::id)
        .map(list -> new RuleSet("example", 1, QUESTIONS, list));
  }

  /** "Not sure" may be replaced by a better answer; yes and no stay. */
  private static Answers certain(Answers given) {
    return given.without(
        given.byLinkId().entrySet().stream()
            .filter(entry -> entry.getValue() == YesNo.UNSURE)
            .map(Map.Entry::getKey)
            .toList());
  }

  private static Outcome outcome(Criterion criterion, Answers given) {
    return criterion.evaluate(given).outcome();
  }
}

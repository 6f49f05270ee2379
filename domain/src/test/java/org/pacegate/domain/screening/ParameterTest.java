package org.pacegate.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.domain.screening.Fixtures.TODAY;
import static org.pacegate.domain.screening.Fixtures.asked;
import static org.pacegate.domain.screening.Fixtures.rule;
import static org.pacegate.domain.screening.Fixtures.yes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.screening.Answer.OnDate;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.Criterion.AtLeastNOf;
import org.pacegate.domain.screening.Criterion.LongerAgoThan;
import org.pacegate.domain.screening.Parameter.Unit;

class ParameterTest {
  private static final Parameter SIGNS = new Parameter("signs", Unit.COUNT, 2, 1, 3);
  private static final Parameter STABLE = new Parameter("stable", Unit.DAYS, 14, 7, 90);
  private static final Parameter SOON = new Parameter("soon", Unit.DAYS, 7, 1, 14);

  @ParameterizedTest
  @CsvSource({"0,false", "1,true", "3,true", "4,false"})
  void r113AValueStaysWithinItsBounds(int value, boolean accepted) {
    if (accepted) {
      assertThat(SIGNS.at(value).count()).isEqualTo(value);
    } else {
      refused(() -> SIGNS.at(value));
    }
  }

  @Test
  void r113BoundsThatLeaveNoChoiceAreRefused() {
    refused(() -> new Parameter("signs", Unit.COUNT, 2, 2, 2));
    refused(() -> new Parameter("signs", Unit.COUNT, 2, 3, 1));
    refused(() -> new Parameter("signs", Unit.COUNT, 0, 0, 1));
  }

  @Test
  void aParameterIsReadOnlyAsWhatItCounts() {
    refused(SIGNS::period);
    refused(SIGNS::days);
    refused(STABLE::count);
    refused(STABLE::amount);
    assertThat(new Parameter("age", Unit.YEARS, 60, 50, 65).amount()).isEqualByComparingTo("60");
    assertThat(new Parameter("p", Unit.WEEKS, 6, 1, 9).period()).hasDays(42);
  }

  @Test
  void r113AMovedCountMovesTheRule() {
    Answers one = answers().with("a", YesNo.YES);

    assertThat(counted().screen(one).fired()).isEmpty();
    assertThat(counted().with(Map.of("signs", 1)).screen(one).fired()).hasSize(1);
    assertThat(counted().with(Map.of("signs", 3)).parameters().expect("signs").value())
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"14,2026-06-01,false", "14,2026-05-31,true", "15,2026-05-31,false"})
  void r113AMovedPeriodMovesTheRuleToTheDay(int days, LocalDate since, boolean fires) {
    RuleSet moved = counted().with(Map.of("stable", days));
    Evaluation found = moved.screen(answers().with("since", new OnDate(since)));

    assertThat(found.fired().stream().anyMatch(each -> each.ruleId().equals("OLD")))
        .isEqualTo(fires);
  }

  @Test
  void r113AMovedTimeToBeSeenIsKeptWithTheFiredRule() {
    Answers old = answers().with("since", new OnDate(TODAY.minusDays(30)));

    assertThat(counted().with(Map.of("soon", 3)).screen(old).fired().get(0).seenWithinDays())
        .isEqualTo(OptionalInt.of(3));
  }

  @Test
  void r113TheRuleSetItCameFromStaysAsItWas() {
    RuleSet before = counted();

    assertThat(before.with(Map.of("signs", 1))).isNotEqualTo(before);
    assertThat(before).isEqualTo(counted());
    assertThat(before.with(Map.of())).isEqualTo(before);
  }

  @Test
  void r113AnUnknownParameterAndAValueOutsideAreRefused() {
    refused(() -> counted().with(Map.of("sings", 1)));
    refused(() -> counted().with(Map.of("signs", 9)));
  }

  @Test
  void r113AParameterThatMovesNothingIsRefused() {
    Parameters idle = new Parameters(List.of(SIGNS));
    List<Rule> rules = List.of(rule("A", RuleKind.CLUSTER, Urgency.U3_ROUTINE, yes("a")));

    refused(() -> new RuleSet("example", 1, idle, List.of(asked("a")), rules));
    refused(() -> new Parameters(List.of(SIGNS, SIGNS)));
  }

  @Test
  void r113AParameterThatCannotReachItsBoundIsRefused() {
    Criterion two = new AtLeastNOf(Threshold.of(SIGNS, Parameter::count), parts("a", "b"));
    List<Rule> rules = List.of(rule("A", RuleKind.CLUSTER, Urgency.U3_ROUTINE, two));

    refused(
        () ->
            new RuleSet(
                "example",
                1,
                new Parameters(List.of(SIGNS)),
                List.of(asked("a"), asked("b")),
                rules));
  }

  private static RuleSet counted() {
    Criterion signs = new AtLeastNOf(Threshold.of(SIGNS, Parameter::count), parts("a", "b", "c"));
    Criterion old = new LongerAgoThan("since", Threshold.of(STABLE, Parameter::period));
    return new RuleSet(
        "example",
        1,
        new Parameters(List.of(SIGNS, STABLE, SOON)),
        List.of(required(Fact.TODAY), required("since"), asked("a"), asked("b"), asked("c")),
        List.of(rule("SIGNS", RuleKind.CLUSTER, Urgency.U2_URGENT_1_2W, signs), soon(old)));
  }

  private static Question required(String linkId) {
    return new Question(
        linkId,
        Section.GENERAL,
        AnswerKind.DATE,
        false,
        true,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Rule soon(Criterion criterion) {
    return new Rule(
        "OLD",
        RuleKind.CLUSTER,
        Urgency.U2_URGENT_1_2W,
        Target.PHYSICIAN,
        Optional.of(Threshold.of(SOON, Parameter::days)),
        Set.of(),
        criterion,
        Fixtures.SOURCE,
        true);
  }

  private static List<Criterion> parts(String... linkIds) {
    return List.of(linkIds).stream().map(Fixtures::yes).toList();
  }

  private static Answers answers() {
    return Answers.none()
        .with(Fact.TODAY, new OnDate(TODAY))
        .with("since", new OnDate(TODAY))
        .with("a", YesNo.NO)
        .with("b", YesNo.NO)
        .with("c", YesNo.NO);
  }

  private static void refused(Runnable construction) {
    assertThatThrownBy(construction::run).isInstanceOf(IllegalArgumentException.class);
  }
}

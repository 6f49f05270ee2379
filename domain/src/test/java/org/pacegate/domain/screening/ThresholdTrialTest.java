package org.pacegate.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.screening.Fixtures.TODAY;
import static org.pacegate.domain.screening.Fixtures.asked;
import static org.pacegate.domain.screening.Fixtures.rule;
import static org.pacegate.domain.screening.Fixtures.yes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.screening.Answer.OnDate;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.Criterion.AtLeastNOf;
import org.pacegate.domain.screening.Criterion.LongerAgoThan;
import org.pacegate.domain.screening.Parameter.Unit;
import org.pacegate.domain.screening.ThresholdTrial.ChangedExample;

/** R1.42. */
class ThresholdTrialTest {
  private static final Parameter SIGNS = new Parameter("signs", Unit.COUNT, 2, 1, 3);
  private static final Parameter STABLE = new Parameter("stable", Unit.DAYS, 14, 7, 90);
  private static final RuleSet RULES = rules();

  @Test
  void r142AnExampleAwayFromTheBoundaryHoldsOnBothSides() {
    ThresholdTrial trial = tried(old(60, Outcome.MET), "stable", 30);

    assertThat(trial.passes()).isTrue();
    assertThat(trial.passed()).isEqualTo(1);
    assertThat(trial.changed()).isEmpty();
  }

  @Test
  void r142AnExampleThatBreaksWithoutNamingTheParameterForbidsTheMove() {
    ThresholdTrial trial = tried(old(15, Outcome.MET), "stable", 30);

    assertThat(trial.failures()).hasSize(1);
    assertThat(trial.changed()).isEmpty();
  }

  @Test
  void r142AnExampleAboutTheBoundaryIsMovedAlongWithIt() {
    ThresholdTrial trial = tried(old(15, Outcome.MET, "stable"), "stable", 30);

    assertThat(trial.passes()).isTrue();
    assertThat(trial.changed())
        .singleElement()
        .satisfies(
            changed -> {
              assertThat(changed.outcome()).isEqualTo(Outcome.NOT_MET);
              assertThat(changed.urgency()).isEmpty();
              assertThat(changed.movedAlong()).isTrue();
            });
  }

  @Test
  void r142NamingAParameterExcusesNothingElse() {
    ThresholdTrial trial = tried(old(15, Outcome.NOT_MET, "stable"), "stable", 30);
    assertThat(trial.passed()).as("by the old value it was wrong all along").isEqualTo(1);

    ThresholdTrial wrong = tried(old(3, Outcome.MET, "stable"), "stable", 30);
    assertThat(wrong.failures()).singleElement().asString().contains("moved along");
  }

  @Test
  void r142AnExampleAboutACountIsShownWithItsNewResult() {
    ExampleCase two =
        new ExampleCase(
            "SIGNS",
            ExampleCase.Kind.BOUNDARY,
            harmless().with("a", YesNo.YES).with("b", YesNo.YES),
            Outcome.MET,
            Optional.of(Urgency.U2_URGENT_1_2W),
            Set.of("signs"));
    ThresholdTrial trial = tried(two, "signs", 3);

    assertThat(trial.passes()).isTrue();
    assertThat(trial.changed())
        .containsExactly(new ChangedExample(two, Outcome.NOT_MET, Optional.empty(), false));
  }

  @Test
  void r142ItSaysWhichRulesAndQuestionsFollowAParameter() {
    ThresholdTrial trial = tried(old(60, Outcome.MET), "stable", 30);

    assertThat(trial.moved())
        .singleElement()
        .satisfies(
            moved -> {
              assertThat(moved.shipped()).isEqualTo(STABLE);
              assertThat(moved.value()).isEqualTo(30);
              assertThat(moved.rules()).containsExactly("OLD");
              assertThat(moved.questions()).containsExactly("late");
            });
  }

  @Test
  void r141AnEvaluationNamesTheClinicsThresholds() {
    assertThat(RULES.screen(harmless()).thresholds()).isEmpty();
    assertThat(RULES.with(Map.of("signs", 3), Optional.of(7L)).screen(harmless()).thresholds())
        .contains(7L);
  }

  private static ThresholdTrial tried(ExampleCase example, String parameter, int value) {
    return ThresholdTrial.of(
        RULES, new ExampleCases("example", 1, List.of(example)), Map.of(parameter, value));
  }

  private static ExampleCase old(int days, Outcome outcome, String... pins) {
    return new ExampleCase(
        "OLD",
        ExampleCase.Kind.BOUNDARY,
        harmless().with("since", new OnDate(TODAY.minusDays(days))),
        outcome,
        outcome == Outcome.MET ? Optional.of(Urgency.U1_SAME_DAY) : Optional.empty(),
        Set.of(pins));
  }

  private static Answers harmless() {
    Answers answers =
        Answers.none()
            .with(Fact.TODAY, new OnDate(TODAY))
            .with("since", new OnDate(TODAY.minusDays(1)));
    for (String linkId : List.of("a", "b", "c", "late")) {
      answers = answers.with(linkId, YesNo.NO);
    }
    return answers;
  }

  private static RuleSet rules() {
    Criterion signs =
        new AtLeastNOf(
            Threshold.of(SIGNS, Parameter::count), List.of(yes("a"), yes("b"), yes("c")));
    Criterion old = new LongerAgoThan("since", Threshold.of(STABLE, Parameter::period));
    return new RuleSet(
        "example",
        1,
        new Parameters(List.of(SIGNS, STABLE)),
        List.of(date(Fact.TODAY), date("since"), asked("a"), asked("b"), asked("c"), late(old)),
        List.of(
            rule("SIGNS", RuleKind.CLUSTER, Urgency.U2_URGENT_1_2W, signs),
            rule("OLD", RuleKind.CLUSTER, Urgency.U1_SAME_DAY, old)));
  }

  private static Question date(String linkId) {
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

  private static Question late(Criterion when) {
    return new Question(
        "late",
        Section.GENERAL,
        AnswerKind.YES_NO,
        false,
        true,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(when));
  }
}

package org.pacegate.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.domain.screening.Fixtures.TODAY;
import static org.pacegate.domain.screening.Fixtures.yes;
import static org.pacegate.domain.screening.Outcome.INDETERMINATE;
import static org.pacegate.domain.screening.Outcome.MET;
import static org.pacegate.domain.screening.Outcome.NOT_MET;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.screening.Answer.Amount;
import org.pacegate.domain.screening.Answer.Choice;
import org.pacegate.domain.screening.Answer.Choices;
import org.pacegate.domain.screening.Answer.NotApplicable;
import org.pacegate.domain.screening.Answer.OnDate;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.Criterion.AllOf;
import org.pacegate.domain.screening.Criterion.AmountIs;
import org.pacegate.domain.screening.Criterion.AnyOf;
import org.pacegate.domain.screening.Criterion.AtLeastNOf;
import org.pacegate.domain.screening.Criterion.ChoiceIs;
import org.pacegate.domain.screening.Criterion.ChosenAtLeast;
import org.pacegate.domain.screening.Criterion.CountBetween;
import org.pacegate.domain.screening.Criterion.LongerAgoThan;
import org.pacegate.domain.screening.Criterion.Not;

class CriterionTest {

  @ParameterizedTest
  @CsvSource({"YES,MET", "NO,NOT_MET", "UNSURE,INDETERMINATE"})
  void aYesNoQuestion(YesNo answer, Outcome outcome) {
    assertThat(outcomeOf(yes("a"), Answers.none().with("a", answer))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "LESS_THAN,64,MET", "LESS_THAN,65,NOT_MET",
    "AT_MOST,65,MET", "AT_MOST,66,NOT_MET",
    "AT_LEAST,65,MET", "AT_LEAST,64,NOT_MET",
    "MORE_THAN,65.0,NOT_MET", "MORE_THAN,65.1,MET"
  })
  void anAmountAtItsLimit(Comparison comparison, BigDecimal amount, Outcome outcome) {
    Criterion criterion = new AmountIs("age", comparison, BigDecimal.valueOf(65));

    assertThat(outcomeOf(criterion, Answers.none().with("age", new Amount(amount))))
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"2026-06-01,NOT_MET", "2026-05-31,MET", "2026-07-01,NOT_MET"})
  void aDateAtItsLimit(java.time.LocalDate date, Outcome outcome) {
    Answers answers =
        Answers.none().with(Fact.TODAY, new OnDate(TODAY)).with("since", new OnDate(date));

    assertThat(outcomeOf(new LongerAgoThan("since", Period.ofDays(14)), answers))
        .isEqualTo(outcome);
  }

  @Test
  void r11WithoutTodayADateSaysNothing() {
    CriterionResult result =
        new LongerAgoThan("since", Period.ofDays(14))
            .evaluate(Answers.none().with("since", new OnDate(TODAY)));

    assertThat(result.outcome()).isEqualTo(INDETERMINATE);
    assertThat(result.missing()).containsExactly(Fact.TODAY);
  }

  @Test
  void choices() {
    Criterion is = new ChoiceIs("side", Set.of("BOTH"));
    Criterion two = new ChosenAtLeast("signs", 2);

    assertThat(outcomeOf(is, Answers.none().with("side", new Choice("BOTH")))).isEqualTo(MET);
    assertThat(outcomeOf(is, Answers.none().with("side", new Choice("ONE")))).isEqualTo(NOT_MET);
    assertThat(outcomeOf(two, Answers.none().with("signs", new Choices(Set.of("A", "B")))))
        .isEqualTo(MET);
    assertThat(outcomeOf(two, Answers.none().with("signs", new Choices(Set.of("A")))))
        .isEqualTo(NOT_MET);
  }

  @Test
  void r11AnAnswerOfAnotherKindIsUnknown() {
    assertThat(outcomeOf(yes("a"), Answers.none().with("a", Amount.of(1))))
        .isEqualTo(INDETERMINATE);
    assertThat(outcomeOf(new ChosenAtLeast("a", 1), Answers.none().with("a", new Choice("CODE"))))
        .isEqualTo(INDETERMINATE);
  }

  @Test
  void r14WhatDoesNotApplyIsNo() {
    Answers answers = Answers.none().with("a", NotApplicable.NOT_APPLICABLE);

    assertThat(outcomeOf(yes("a"), answers)).isEqualTo(NOT_MET);
    assertThat(outcomeOf(new Not(yes("a")), answers)).isEqualTo(MET);
  }

  @Test
  void r11OnlyWhatIsStillNeededIsMissing() {
    Criterion criterion =
        new AllOf(List.of(yes("a"), new AnyOf(List.of(yes("b"), yes("c"))), yes("d")));

    CriterionResult result =
        criterion.evaluate(Answers.none().with("a", YesNo.YES).with("b", YesNo.YES));

    assertThat(result.outcome()).isEqualTo(INDETERMINATE);
    assertThat(result.missing()).containsExactly("d");
    assertThat(result.used()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aCountIsDecidedAsSoonAsItCanBe() {
    Criterion two = new AtLeastNOf(2, List.of(yes("a"), yes("b"), yes("c")));
    Answers one = Answers.none().with("a", YesNo.YES);

    assertThat(outcomeOf(two, one)).isEqualTo(INDETERMINATE);
    assertThat(outcomeOf(two, one.with("b", YesNo.YES))).isEqualTo(MET);
    assertThat(outcomeOf(two, one.with("b", YesNo.NO))).isEqualTo(INDETERMINATE);
    assertThat(outcomeOf(two, one.with("b", YesNo.NO).with("c", YesNo.NO))).isEqualTo(NOT_MET);
  }

  @ParameterizedTest
  @CsvSource({
    "NO,NO,NO,NOT_MET",
    "YES,NO,NO,MET",
    "YES,YES,NO,MET",
    "YES,YES,YES,NOT_MET",
    "UNSURE,NO,NO,INDETERMINATE",
    "YES,UNSURE,NO,MET",
    "YES,YES,UNSURE,INDETERMINATE",
    "UNSURE,UNSURE,YES,INDETERMINATE"
  })
  void r11ACountBetweenTwoLimits(YesNo a, YesNo b, YesNo c, Outcome outcome) {
    Criterion oneOrTwo = new CountBetween(1, 2, List.of(yes("a"), yes("b"), yes("c")));
    Answers answers = Answers.none().with("a", a).with("b", b).with("c", c);

    assertThat(outcomeOf(oneOrTwo, answers)).isEqualTo(outcome);
  }

  @Test
  void nonsenseIsRefused() {
    refused(() -> new CountBetween(2, 1, List.of(yes("a"), yes("b"))));
    refused(() -> new CountBetween(0, 3, List.of(yes("a"), yes("b"))));
    refused(() -> new CountBetween(0, 2, List.of(yes("a"), yes("b"))));
    refused(() -> new CountBetween(0, 0, List.of()));
    refused(() -> new AllOf(List.of()));
    refused(() -> new AnyOf(List.of()));
    refused(() -> new AtLeastNOf(3, List.of(yes("a"), yes("b"))));
    refused(() -> new ChosenAtLeast("a", 0));
    refused(() -> new ChoiceIs("a", Set.of()));
    refused(() -> new LongerAgoThan("a", Period.ZERO));
  }

  private static void refused(Runnable construction) {
    assertThatThrownBy(construction::run).isInstanceOf(IllegalArgumentException.class);
  }

  private static Outcome outcomeOf(Criterion criterion, Answers answers) {
    return criterion.evaluate(answers).outcome();
  }
}

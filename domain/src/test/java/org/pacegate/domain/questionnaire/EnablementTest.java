package org.pacegate.domain.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.questionnaire.Forms.NO;
import static org.pacegate.domain.questionnaire.Forms.YES;
import static org.pacegate.domain.questionnaire.Forms.amount;
import static org.pacegate.domain.questionnaire.Forms.code;
import static org.pacegate.domain.questionnaire.Forms.form;
import static org.pacegate.domain.questionnaire.Forms.group;
import static org.pacegate.domain.questionnaire.Forms.ifYes;
import static org.pacegate.domain.questionnaire.Forms.question;
import static org.pacegate.domain.questionnaire.Forms.when;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacegate.domain.questionnaire.Value.Day;
import org.pacegate.domain.questionnaire.Value.Free;
import org.pacegate.domain.questionnaire.Value.NotSure;

class EnablementTest {

  private static final Value MAY = new Day(LocalDate.of(2026, 5, 1));
  private static final Value JUNE = new Day(LocalDate.of(2026, 6, 1));
  private static final Value NOT_SURE = NotSure.NOT_SURE;

  static Stream<Arguments> conditions() {
    return Stream.of(
        // operator, held against, answers for which it holds, answers for which it does not
        Arguments.of(ItemType.DECIMAL, Operator.EXISTS, YES, List.of(amount("3"), NOT_SURE), true),
        Arguments.of(ItemType.DECIMAL, Operator.EXISTS, NO, List.of(amount("3"), NOT_SURE), false),
        Arguments.of(ItemType.BOOLEAN, Operator.EQUAL, YES, List.of(YES), true),
        Arguments.of(ItemType.BOOLEAN, Operator.EQUAL, YES, List.of(NO, NOT_SURE), false),
        Arguments.of(ItemType.CHOICE, Operator.EQUAL, code("A"), List.of(code("A")), true),
        Arguments.of(
            ItemType.CHOICE, Operator.NOT_EQUAL, code("A"), List.of(code("B"), NOT_SURE), true),
        Arguments.of(ItemType.CHOICE, Operator.NOT_EQUAL, code("A"), List.of(code("A")), false),
        Arguments.of(
            ItemType.TEXT, Operator.EQUAL, new Free("x"), List.of(new Free("y"), NOT_SURE), false),
        Arguments.of(ItemType.DECIMAL, Operator.EQUAL, amount("3"), List.of(amount("3.0")), true),
        Arguments.of(ItemType.DECIMAL, Operator.GREATER, amount("3"), List.of(amount("3.1")), true),
        Arguments.of(
            ItemType.DECIMAL,
            Operator.GREATER,
            amount("3"),
            List.of(amount("3"), amount("2"), NOT_SURE),
            false),
        Arguments.of(
            ItemType.INTEGER,
            Operator.GREATER_OR_EQUAL,
            amount("3"),
            List.of(amount("3"), amount("4")),
            true),
        Arguments.of(
            ItemType.INTEGER, Operator.GREATER_OR_EQUAL, amount("3"), List.of(amount("2")), false),
        Arguments.of(ItemType.INTEGER, Operator.LESS, amount("3"), List.of(amount("2")), true),
        Arguments.of(
            ItemType.INTEGER, Operator.LESS, amount("3"), List.of(amount("3"), NOT_SURE), false),
        Arguments.of(ItemType.DATE, Operator.LESS, JUNE, List.of(MAY), true),
        Arguments.of(ItemType.DATE, Operator.LESS_OR_EQUAL, MAY, List.of(MAY), true),
        Arguments.of(ItemType.DATE, Operator.LESS_OR_EQUAL, MAY, List.of(JUNE), false),
        Arguments.of(ItemType.DATE, Operator.GREATER, MAY, List.of(JUNE), true));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void r451EveryOperatorIsFhirs(
      ItemType type, Operator operator, Value against, List<Value> answers, boolean holds) {
    Questionnaire form =
        form(
            question("first", type, Trait.NOT_SURE),
            question("then", ItemType.TEXT, Enablement.whenAll(when("first", operator, against))));

    for (Value answer : answers) {
      assertThat(form.enabled(Response.none().with("first", answer)).contains("then"))
          .as("%s %s %s", answer, operator, against)
          .isEqualTo(holds);
    }
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void r453WhereNothingIsAnsweredOnlyAbsenceAndUnequalHold(
      ItemType type, Operator operator, Value against, List<Value> answers, boolean holds) {
    Questionnaire form =
        form(
            question("first", type),
            question("then", ItemType.TEXT, Enablement.whenAll(when("first", operator, against))));

    assertThat(form.enabled(Response.none()).contains("then"))
        .isEqualTo(
            operator == Operator.NOT_EQUAL || (operator == Operator.EXISTS && against.equals(NO)));
  }

  @Test
  void r451OneOfSeveralAnswersIsEnough() {
    Questionnaire form =
        form(
            question("sites", ItemType.BODY_PICTURE, Trait.REPEATS),
            question(
                "then",
                ItemType.TEXT,
                Enablement.whenAll(when("sites", Operator.EQUAL, code("KNEE")))));

    assertThat(form.enabled(Response.none().with("sites", code("FOOT"), code("KNEE"))))
        .contains("then");
  }

  @Test
  void r451AllNeedsEveryConditionAndAnyNeedsOne() {
    EnableWhen first = when("a", Operator.EQUAL, YES);
    EnableWhen second = when("b", Operator.EQUAL, YES);
    Questionnaire form =
        form(
            question("a", ItemType.BOOLEAN),
            question("b", ItemType.BOOLEAN),
            question("all", ItemType.TEXT, Enablement.whenAll(first, second)),
            question("any", ItemType.TEXT, Enablement.whenAny(first, second)));

    Response one = Response.none().with("a", YES).with("b", NO);
    assertThat(form.enabled(one)).contains("any").doesNotContain("all");
    assertThat(form.enabled(one.with("b", YES))).contains("any", "all");
    assertThat(form.enabled(Response.none())).doesNotContain("any", "all");
  }

  @Test
  void r451WhatStandsInADisabledGroupIsDisabled() {
    Questionnaire form =
        form(
            question("a", ItemType.BOOLEAN),
            group(
                "outer",
                ifYes("a"),
                group("inner", Enablement.always(), question("deep", ItemType.TEXT))));

    assertThat(form.enabled(Response.none().with("a", NO))).containsExactly("a");
    assertThat(form.enabled(Response.none().with("a", YES)))
        .containsExactly("a", "outer", "inner", "deep");
  }

  @Test
  void r452AnAnswerThatIsNoLongerAskedForCountsAsAbsent() {
    Questionnaire form =
        form(
            question("third", ItemType.TEXT, ifYes("second")),
            question("second", ItemType.BOOLEAN, ifYes("first")),
            question("first", ItemType.BOOLEAN));
    Response all =
        Response.none().with("first", YES).with("second", YES).with("third", new Free("x"));

    assertThat(form.enabled(all)).containsExactly("third", "second", "first");
    assertThat(form.enabled(all.with("first", NO))).containsExactly("first");
    assertThat(form.kept(all.with("first", NO))).isEqualTo(Response.none().with("first", NO));
  }

  @Test
  void r454AChangeNamesTheAnswersItWouldRemove() {
    Questionnaire form =
        form(
            question("first", ItemType.BOOLEAN),
            question("second", ItemType.BOOLEAN, ifYes("first")),
            question("third", ItemType.TEXT, ifYes("second")),
            question("empty", ItemType.TEXT, ifYes("first")));
    Response before =
        Response.none().with("first", YES).with("second", YES).with("third", new Free("x"));

    assertThat(form.removedBy(before, before.with("first", NO))).containsExactly("second", "third");
    assertThat(form.removedBy(before, before.with("second", NO))).containsExactly("third");
    assertThat(form.removedBy(before, before)).isEmpty();
  }

  @Test
  void r456AHiddenItemIsNotAskedButCounts() {
    Questionnaire form =
        form(
            question("age", ItemType.INTEGER, Trait.HIDDEN, Trait.REQUIRED),
            question(
                "old",
                ItemType.TEXT,
                Enablement.whenAny(
                    when("age", Operator.EXISTS, NO),
                    when("age", Operator.GREATER, amount("65")))));

    Response old = Response.none().with("age", amount("70"));
    assertThat(form.asked(old)).extracting(Item::linkId).containsExactly("old");
    assertThat(form.asked(Response.none())).extracting(Item::linkId).containsExactly("old");
    assertThat(form.asked(Response.none().with("age", amount("30")))).isEmpty();
    assertThat(form.problems(Response.none())).isEmpty();
  }
}

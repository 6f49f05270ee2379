package org.pacegate.domain.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.questionnaire.Forms.NO;
import static org.pacegate.domain.questionnaire.Forms.YES;
import static org.pacegate.domain.questionnaire.Forms.amount;
import static org.pacegate.domain.questionnaire.Forms.code;
import static org.pacegate.domain.questionnaire.Forms.codes;
import static org.pacegate.domain.questionnaire.Forms.form;
import static org.pacegate.domain.questionnaire.Forms.ifYes;
import static org.pacegate.domain.questionnaire.Forms.question;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacegate.domain.questionnaire.ResponseProblem.Reason;
import org.pacegate.domain.questionnaire.Value.Day;
import org.pacegate.domain.questionnaire.Value.Free;
import org.pacegate.domain.questionnaire.Value.NotSure;

class ResponseTest {

  private static final Questionnaire FORM =
      form(
          question("sure", ItemType.BOOLEAN, Trait.REQUIRED),
          question("more", ItemType.TEXT, ifYes("sure"), Trait.REQUIRED),
          question("runs", ItemType.INTEGER),
          question("km", ItemType.DECIMAL, Trait.NOT_SURE),
          question("since", ItemType.DATE),
          question("one", ItemType.CHOICE),
          question("many", ItemType.CHOICE, Trait.REPEATS),
          question("open", ItemType.OPEN_CHOICE),
          question("where", ItemType.BODY_PICTURE, Trait.REPEATS));

  private static final Response COMPLETE = Response.none().with("sure", NO);

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of("runs", Reason.WRONG_KIND, new Value[] {amount("1.5")}),
        Arguments.of("runs", Reason.WRONG_KIND, new Value[] {YES}),
        Arguments.of("runs", Reason.TOO_SMALL, new Value[] {amount("-1")}),
        Arguments.of("km", Reason.TOO_LARGE, new Value[] {amount("100.01")}),
        Arguments.of("runs", Reason.TOO_MANY, new Value[] {amount("1"), amount("2")}),
        Arguments.of("runs", Reason.NOT_OFFERED, new Value[] {NotSure.NOT_SURE}),
        Arguments.of("since", Reason.WRONG_KIND, new Value[] {new Free("yesterday")}),
        Arguments.of("one", Reason.NOT_OFFERED, codes("Z")),
        Arguments.of("one", Reason.WRONG_KIND, new Value[] {new Free("A")}),
        Arguments.of("one", Reason.TOO_MANY, codes("A", "B")),
        Arguments.of("many", Reason.CONTRADICTORY, codes("A", "NONE")),
        Arguments.of("many", Reason.CONTRADICTORY, codes("A", "A")),
        Arguments.of("where", Reason.NOT_OFFERED, codes("KNEE", "Z")),
        Arguments.of("open", Reason.TOO_LONG, new Value[] {new Free("x".repeat(10_001))}),
        Arguments.of("more", Reason.NOT_ASKED, new Value[] {new Free("x")}),
        Arguments.of("none", Reason.UNKNOWN_ITEM, new Value[] {YES}));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("answers")
  void r455WhatIsWrongWithAnAnswerIsSaid(String linkId, Reason reason, Value... values) {
    assertThat(FORM.problems(COMPLETE.with(linkId, values)))
        .containsExactly(new ResponseProblem(linkId, reason));
  }

  @Test
  void r455EveryKindOfSoundAnswerIsTaken() {
    Response sound =
        COMPLETE
            .with("sure", YES)
            .with("more", new Free("words"))
            .with("runs", amount("0"))
            .with("km", amount("100"))
            .with("since", new Day(LocalDate.of(2026, 5, 1)))
            .with("one", code("A"))
            .with("many", codes("A", "B"))
            .with("open", new Free("of my own"))
            .with("where", codes("KNEE", "FOOT"));

    assertThat(FORM.problems(sound)).isEmpty();
    assertThat(FORM.problems(sound.with("km", NotSure.NOT_SURE).with("many", codes("NONE"))))
        .isEmpty();
  }

  @Test
  void r455OnlyWhatIsAskedIsRequired() {
    assertThat(FORM.problems(Response.none()))
        .containsExactly(new ResponseProblem("sure", Reason.MISSING));
    assertThat(FORM.problems(COMPLETE)).isEmpty();
    assertThat(FORM.problems(COMPLETE.with("sure", YES)))
        .containsExactly(new ResponseProblem("more", Reason.MISSING));
    assertThat(FORM.open(COMPLETE.with("sure", YES)))
        .extracting(Item::linkId)
        .containsExactly("more");
  }

  @Test
  void noAnswersIsNoAnswer() {
    Response given = Response.none().with("sure", YES).with("sure");

    assertThat(given).isEqualTo(Response.none());
    assertThat(given.has("sure")).isFalse();
    assertThat(given.to("sure")).isEmpty();
  }
}

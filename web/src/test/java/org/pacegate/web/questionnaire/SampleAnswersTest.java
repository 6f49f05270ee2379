package org.pacegate.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.questionnaire.Enablement;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.domain.questionnaire.Option;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.questionnaire.Range;
import org.pacegate.domain.questionnaire.Text;
import org.pacegate.domain.questionnaire.Trait;
import org.pacegate.domain.questionnaire.Value;
import org.pacegate.domain.questionnaire.Value.Amount;
import org.pacegate.domain.questionnaire.Value.Coded;
import org.pacegate.domain.questionnaire.Value.Day;
import org.pacegate.domain.questionnaire.Value.Free;
import org.pacegate.domain.questionnaire.Value.NotSure;
import org.pacegate.domain.questionnaire.Value.Truth;

class SampleAnswersTest {

  private static final List<Option> OPTIONS =
      List.of(new Option("A", Text.english("A"), false), new Option("B", Text.english("B"), false));

  private static List<Value> read(ItemType type, String typed, Trait... traits) {
    Item item =
        new Item(
            "x",
            type,
            Text.english("x"),
            Set.of(traits),
            type.hasOptions() ? OPTIONS : List.of(),
            Range.any(),
            Enablement.always(),
            List.of());
    Questionnaire form = new Questionnaire("f", "1", Text.english("F"), List.of(item));
    return new SampleAnswers(form).read(Map.of("x", typed)).to("x");
  }

  @Test
  void r491TypedTextBecomesAnAnswerOfTheItemsKind() {
    assertThat(read(ItemType.BOOLEAN, "true")).containsExactly(new Truth(true));
    assertThat(read(ItemType.DECIMAL, "3,5")).containsExactly(new Amount(new BigDecimal("3.5")));
    assertThat(read(ItemType.DATE, "2026-11-26"))
        .containsExactly(new Day(LocalDate.of(2026, 11, 26)));
    assertThat(read(ItemType.CHOICE, "A")).containsExactly(new Coded("A"));
    assertThat(read(ItemType.CHOICE, "A B", Trait.REPEATS))
        .containsExactly(new Coded("A"), new Coded("B"));
    assertThat(read(ItemType.OPEN_CHOICE, "of my own")).containsExactly(new Free("of my own"));
    assertThat(read(ItemType.TEXT, " words ")).containsExactly(new Free("words"));
    assertThat(read(ItemType.DATE, "NOT_SURE", Trait.NOT_SURE)).containsExactly(NotSure.NOT_SURE);
    assertThat(read(ItemType.TEXT, " ")).isEmpty();
  }

  @Test
  void r491WhatCannotBeReadIsShownAsWrongNotLost() {
    assertThat(read(ItemType.DATE, "yesterday")).containsExactly(new Free("yesterday"));
    assertThat(read(ItemType.INTEGER, "1e9")).containsExactly(new Free("1e9"));
  }

  @Test
  void r491TypedAnswersComeBackWithTheNextRequest() {
    Map<String, String> typed = Map.of("a=b", "x & y", "c", "ñ");

    assertThat(TypedSample.of(TypedSample.text(typed))).isEqualTo(typed);
    assertThat(TypedSample.of("")).isEmpty();
    assertThat(TypedSample.of("a=%zz")).containsEntry("a", "");
  }
}

package org.pacegate.domain.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.pacegate.domain.questionnaire.Forms.YES;
import static org.pacegate.domain.questionnaire.Forms.amount;
import static org.pacegate.domain.questionnaire.Forms.code;
import static org.pacegate.domain.questionnaire.Forms.form;
import static org.pacegate.domain.questionnaire.Forms.group;
import static org.pacegate.domain.questionnaire.Forms.ifYes;
import static org.pacegate.domain.questionnaire.Forms.lasting;
import static org.pacegate.domain.questionnaire.Forms.option;
import static org.pacegate.domain.questionnaire.Forms.question;
import static org.pacegate.domain.questionnaire.Forms.when;
import static org.pacegate.domain.questionnaire.Forms.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacegate.domain.questionnaire.Flaw.Kind;

class QuestionnaireTest {

  private static final Item FIRST = question("first", ItemType.BOOLEAN);
  private static final Item CHOICE = question("choice", ItemType.CHOICE);

  @Test
  void r4172_an_answer_lasts_where_the_form_says_so() {
    Item cancer = chooses("x", ItemType.CHOICE, lasting("YES"), option("NO"));
    assertThat(Forms.form(cancer).item("x").orElseThrow().isLasting("YES")).isTrue();
    assertThat(cancer.isLasting("NO")).isFalse();
    assertThat(cancer.isLasting("UNSURE")).isFalse();
  }

  static Stream<Arguments> malformed() {
    Item sound = question("then", ItemType.TEXT);
    return Stream.of(
        flawed(Kind.LINK_ID_TWICE, "first", FIRST, question("first", ItemType.TEXT)),
        flawed(Kind.LINK_ID_TWICE, "first", FIRST, group("g", Enablement.always(), FIRST)),
        flawed(Kind.LINK_ID_MALFORMED, "a b", question("a b", ItemType.TEXT)),
        flawed(Kind.TEXT_MISSING, "x", plain("x", ItemType.TEXT, words(" "))),
        flawed(Kind.TEXT_TOO_LONG, "x", plain("x", ItemType.TEXT, words("x".repeat(4001)))),
        flawed(Kind.TEXT_WITH_MARKUP, "x", plain("x", ItemType.TEXT, words("<script>alert(1)"))),
        flawed(Kind.TEXT_WITH_MARKUP, "x", plain("x", ItemType.TEXT, words("&lt;b"))),
        flawed(Kind.TEXT_UNREADABLE, "x", plain("x", ItemType.TEXT, words("a\u0000b"))),
        flawed(Kind.TRAIT_MISPLACED, "x", question("x", ItemType.DISPLAY, Trait.REQUIRED), sound),
        flawed(Kind.NO_ITEMS, "g", group("g", Enablement.always()), sound),
        flawed(Kind.OPTIONS_MISSING, "x", plain("x", ItemType.CHOICE, words("x"))),
        flawed(Kind.OPTIONS_MISPLACED, "x", chooses("x", ItemType.TEXT, option("A"))),
        flawed(Kind.OPTION_TWICE, "x", chooses("x", ItemType.CHOICE, option("A"), option("A"))),
        flawed(Kind.OPTION_MALFORMED, "x", chooses("x", ItemType.CHOICE, option("A,B"))),
        flawed(Kind.OPTION_MALFORMED, "x", chooses("x", ItemType.BODY_PICTURE, option("TAIL"))),
        flawed(Kind.LASTING_MISPLACED, "x", chooses("x", ItemType.CHOICE, lasting("NO"))),
        flawed(Kind.LASTING_MISPLACED, "x", chooses("x", ItemType.CHOICE, lasting("UNSURE"))),
        flawed(Kind.LASTING_MISPLACED, "x", chooses("x", ItemType.OPEN_CHOICE, lasting("YES"))),
        flawed(Kind.LASTING_MISPLACED, "x", chooses("x", ItemType.BODY_PICTURE, lasting("KNEE"))),
        flawed(
            Kind.TOO_MANY_OPTIONS,
            "x",
            chooses(
                "x",
                ItemType.CHOICE,
                IntStream.range(0, 301).mapToObj(i -> option("A" + i)).toArray(Option[]::new))),
        flawed(Kind.RANGE_UPSIDE_DOWN, "x", ranged("x", ItemType.INTEGER, "2", "1")),
        flawed(Kind.RANGE_MISPLACED, "x", ranged("x", ItemType.TEXT, "1", "2")),
        flawed(Kind.CONDITION_ON_ITSELF, "x", question("x", ItemType.BOOLEAN, ifYes("x"))),
        flawed(Kind.CONDITION_ON_UNKNOWN_ITEM, "x", question("x", ItemType.TEXT, ifYes("none"))),
        flawed(
            Kind.CONDITION_ON_NO_QUESTION,
            "x",
            group("g", Enablement.always(), FIRST),
            question("x", ItemType.TEXT, ifYes("g"))),
        flawed(
            Kind.CONDITION_OF_WRONG_KIND,
            "x",
            CHOICE,
            question("x", ItemType.TEXT, ifYes("choice"))),
        flawed(
            Kind.CONDITION_OF_WRONG_KIND,
            "x",
            CHOICE,
            question(
                "x",
                ItemType.TEXT,
                Enablement.whenAll(when("choice", Operator.EXISTS, code("A"))))),
        flawed(
            Kind.CONDITION_OF_WRONG_KIND,
            "x",
            question("whole", ItemType.INTEGER),
            question(
                "x",
                ItemType.TEXT,
                Enablement.whenAll(when("whole", Operator.LESS, amount("1.5"))))),
        flawed(
            Kind.CONDITION_ON_UNKNOWN_OPTION,
            "x",
            CHOICE,
            question(
                "x", ItemType.TEXT, Enablement.whenAll(when("choice", Operator.EQUAL, code("Z"))))),
        flawed(
            Kind.CONDITION_CANNOT_COMPARE,
            "x",
            CHOICE,
            question(
                "x",
                ItemType.TEXT,
                Enablement.whenAll(when("choice", Operator.GREATER, code("A"))))),
        flawed(
            Kind.TOO_MANY_CONDITIONS,
            "x",
            FIRST,
            question(
                "x",
                ItemType.TEXT,
                new Enablement(
                    Enablement.Behavior.ANY,
                    Stream.generate(() -> when("first", Operator.EQUAL, YES))
                        .limit(101)
                        .toList()))),
        flawed(
            Kind.CONDITIONS_IN_A_CIRCLE,
            "x",
            question("x", ItemType.BOOLEAN, ifYes("y")),
            question("y", ItemType.BOOLEAN, ifYes("x"))),
        flawed(
            Kind.CONDITIONS_IN_A_CIRCLE,
            "g",
            group("g", ifYes("inside"), question("inside", ItemType.BOOLEAN))),
        flawed(Kind.TOO_DEEP, "inmost", nested(8)),
        flawed(Kind.TOO_DEEP, "deep8", nested(50_000)),
        flawed(
            Kind.TOO_MANY_ITEMS,
            "",
            IntStream.range(0, 1001)
                .mapToObj(i -> question("q" + i, ItemType.TEXT))
                .toArray(Item[]::new)),
        flawed(Kind.NO_ITEMS, ""));
  }

  private static Arguments flawed(Kind kind, String linkId, Item... items) {
    return Arguments.of(kind, linkId, List.of(items));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("malformed")
  void r450AMalformedQuestionnaireCannotBeConstructed(Kind kind, String linkId, List<Item> items) {
    assertThatThrownBy(() -> new Questionnaire("knee", "1", words("Knee"), items))
        .asInstanceOf(type(MalformedQuestionnaire.class))
        .satisfies(
            refused ->
                assertThat(refused.flaws())
                    .anySatisfy(
                        flaw -> {
                          assertThat(flaw.kind()).isEqualTo(kind);
                          assertThat(flaw.linkId()).isEqualTo(linkId);
                        }));
  }

  @Test
  void r450EveryFlawIsNamedAtOnce() {
    assertThatThrownBy(
            () ->
                form(
                    ranged("a", ItemType.INTEGER, "2", "1"),
                    question("b", ItemType.TEXT, ifYes("none")),
                    plain("c", ItemType.CHOICE, words("c"))))
        .asInstanceOf(type(MalformedQuestionnaire.class))
        .satisfies(
            refused ->
                assertThat(refused.flaws())
                    .extracting(Flaw::kind)
                    .containsExactlyInAnyOrder(
                        Kind.RANGE_UPSIDE_DOWN,
                        Kind.CONDITION_ON_UNKNOWN_ITEM,
                        Kind.OPTIONS_MISSING));
  }

  @Test
  void r450AnIdOrVersionThatIsNoFileNameIsRefused() {
    for (String id : new String[] {"../etc", "", "a b"}) {
      assertThatThrownBy(() -> new Questionnaire(id, "1", words("x"), List.of(FIRST)))
          .isInstanceOf(MalformedQuestionnaire.class);
      assertThatThrownBy(() -> new Questionnaire("x", id, words("x"), List.of(FIRST)))
          .isInstanceOf(MalformedQuestionnaire.class);
    }
  }

  @Test
  void r450EightLevelsAndAThousandItemsAreFine() {
    assertThat(form(nested(7)).all()).hasSize(8);
    List<Item> many = new ArrayList<>();
    IntStream.range(0, 1000).forEach(i -> many.add(question("q" + i, ItemType.TEXT)));
    assertThat(new Questionnaire("x", "1", words("x"), many).all()).hasSize(1000);
  }

  @Test
  void itemsAreFoundAndReadInOrder() {
    Questionnaire form = form(group("g", Enablement.always(), FIRST), CHOICE);

    assertThat(form.all()).extracting(Item::linkId).containsExactly("g", "first", "choice");
    assertThat(form.item("first")).contains(FIRST);
    assertThat(form.item("none")).isEmpty();
  }

  @Test
  void r456WhatStandsInAHiddenGroupIsNeverAsked() {
    Item hidden =
        new Item(
            "record",
            ItemType.GROUP,
            words("record"),
            Set.of(Trait.HIDDEN),
            List.of(),
            Range.any(),
            Enablement.always(),
            List.of(FIRST));

    assertThat(form(hidden, CHOICE).questions()).containsExactly(CHOICE);
    assertThat(form(hidden, CHOICE).asked(Response.none())).containsExactly(CHOICE);
  }

  @Test
  void aGroupCanDoWithoutWordsAndNothingElseCan() {
    assertThat(form(speechless(ItemType.GROUP)).all()).hasSize(2);
    assertThatThrownBy(() -> form(speechless(ItemType.TEXT)))
        .isInstanceOf(MalformedQuestionnaire.class);
  }

  private static Item speechless(ItemType type) {
    return new Item(
        "x",
        type,
        Text.NONE,
        Set.of(),
        List.of(),
        Range.any(),
        Enablement.always(),
        List.of(FIRST));
  }

  /** So many groups around one question. */
  private static Item nested(int groups) {
    Item item = question("inmost", ItemType.TEXT);
    for (int i = groups - 1; i >= 0; i--) {
      item = group("deep" + i, Enablement.always(), item);
    }
    return item;
  }

  private static Item plain(String linkId, ItemType type, Text text) {
    return new Item(
        linkId, type, text, Set.of(), List.of(), Range.any(), Enablement.always(), List.of());
  }

  private static Item chooses(String linkId, ItemType type, Option... options) {
    return new Item(
        linkId,
        type,
        words(linkId),
        Set.of(),
        List.of(options),
        Range.any(),
        Enablement.always(),
        List.of());
  }

  private static Item ranged(String linkId, ItemType type, String min, String max) {
    return new Item(
        linkId,
        type,
        words(linkId),
        Set.of(),
        List.of(),
        new Range(
            Optional.empty(), Optional.of(new BigDecimal(min)), Optional.of(new BigDecimal(max))),
        Enablement.always(),
        List.of());
  }
}

package org.pacegate.domain.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R4.151: kept text as answers. */
class KeptValuesTest {

  private static Item item(ItemType type, Trait... traits) {
    Set<Trait> all = EnumSet.noneOf(Trait.class);
    all.addAll(List.of(traits));
    List<Option> options =
        type.hasOptions()
            ? List.of(
                new Option("1", Text.english("One"), false),
                new Option("NONE", Text.english("None"), true))
            : List.of();
    return new Item(
        "q", type, Text.english("Q"), all, options, Range.any(), Enablement.always(), List.of());
  }

  private static String read(Item item, String kept) {
    return KeptValues.read(item, kept).stream()
        .map(value -> value.getClass().getSimpleName() + " " + value.asText())
        .collect(Collectors.joining(" | "));
  }

  @ParameterizedTest(name = "R4.151 {0} {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "BOOLEAN, YES, Truth true",
        "BOOLEAN, NO, Truth false",
        "BOOLEAN, maybe, Free maybe",
        "CHOICE, 1, Coded 1",
        "CHOICE, 9, Coded 9",
        "CHOICE, ',', Coded NONE",
        "CHOICE, 'a,b', 'Coded a,b'",
        "OPEN_CHOICE, 1, Coded 1",
        "OPEN_CHOICE, +1, Free 1",
        "OPEN_CHOICE, '1,+and more, too', 'Coded 1 | Free and more, too'",
        "OPEN_CHOICE, +, ''",
        "INTEGER, 12, Amount 12",
        "INTEGER, '12,5', Amount 12.5",
        "DECIMAL, '12,50', Amount 12.5",
        "DECIMAL, 12 lb, Free 12 lb",
        "DECIMAL, 1e9, Free 1e9",
        "DECIMAL, NaN, Free NaN",
        "DATE, 2026-02-28, Day 2026-02-28",
        "DATE, 2026-02-30, Free 2026-02-30",
        "TEXT, It hurts, Free It hurts",
        "TEXT, UNSURE, Free UNSURE",
        "BODY_PICTURE, KNEE, Coded KNEE",
      })
  void R4_151_text_is_read_by_the_kind_of_its_question(ItemType type, String kept, String read) {
    assertThat(read(item(type), kept)).isEqualTo(read);
    assertThat(read(item(type), "  ")).isEmpty();
  }

  @Test
  void R4_151_not_sure_is_an_answer_where_it_is_taken() {
    for (ItemType type : ItemType.values()) {
      if (type.isQuestion()) {
        assertThat(KeptValues.read(item(type, Trait.NOT_SURE), "UNSURE"))
            .containsExactly(Value.NotSure.NOT_SURE);
      }
    }
  }

  @Test
  void R4_151_several_codes_stand_with_commas_between() {
    assertThat(read(item(ItemType.CHOICE, Trait.REPEATS), "1,NONE"))
        .isEqualTo("Coded 1 | Coded NONE");
    assertThat(read(item(ItemType.OPEN_CHOICE, Trait.REPEATS), "1,2,+x+y, z"))
        .isEqualTo("Coded 1 | Coded 2 | Free x+y, z");
  }

  @ParameterizedTest
  @CsvSource({"'', swim, +swim", "A, swim, 'A,+swim'", "',', swim, +swim", "A, '', 'A,+'"})
  void R4_151_own_words_stand_behind_the_codes(String codes, String words, String kept) {
    assertThat(KeptValues.withWords(codes, words)).isEqualTo(kept);
    assertThat(KeptValues.wordsIn(kept)).contains(words);
    assertThat(KeptValues.codesIn(kept)).isEqualTo(codes.equals(",") ? "" : codes);
  }
}

package org.pacegate.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R0.3: text is kept as a person types it, and refused where no person typed it. */
class WordsTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   ", "\t\n", "\u00A0", "\u200B\u200F", " \u2060 "})
  void whatShowsNothingIsMissing(String nothing) {
    refused("invalid.words.missing", () -> Words.required("words", nothing, 10));
    assertThat(Words.optional("words", nothing, 10)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert('x')</script>",
        "'; drop table patient; --",
        "#{bean.secret} ${7*7}",
        "runner 🏃‍♀️ with pain",
        "كعب القدم يؤلمني",
        "כאב בגב התחתון",
        "José Ñandú-O'Brien",
        "first line\nsecond line\r\n\tindented"
      })
  void whatAPersonTypesIsKeptAsItIs(String words) {
    assertThat(Words.required("words", words, 100)).isEqualTo(words);
  }

  @Test
  void surroundingSpaceIsTakenAway() {
    assertThat(Words.required("words", "  \u2003two words \n", 100)).isEqualTo("two words");
  }

  @Test
  void theLimitIsTheLastLengthThatIsKept() {
    assertThat(Words.required("words", "x".repeat(200), 200)).hasSize(200);
    refused("invalid.words.tooLong", () -> Words.required("words", "x".repeat(201), 200));
    refused("invalid.words.tooLong", () -> Words.optional("words", "x".repeat(10_000), 200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0007", "\u001B[31mred", "a\u007F", "a\u0085b", "a\uD83D"})
  void whatNoPersonTypesIsRefused(String words) {
    refused("invalid.words.controlCharacter", () -> Words.required("words", words, 100));
  }
}

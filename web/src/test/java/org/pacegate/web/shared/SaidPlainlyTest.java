package org.pacegate.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Names, waits, languages and keys")
class SaidPlainlyTest {

  @ParameterizedTest
  @CsvSource({
    "Weber, Jonas, 'WEBER, Jonas'",
    "Ruiz, '', RUIZ",
    "'', Ana, Ana",
    "Santos-Okafor, Maribel, 'SANTOS-OKAFOR, Maribel'",
    "Ñúñez, Íñigo, 'ÑÚÑEZ, Íñigo'"
  })
  void aNameIsFamilyFirst(String family, String given, String shown) {
    assertThat(PersonName.of(family, given)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 0 min", "PT59M, 59 min", "PT3H20M, 3 h", "P2DT1H, 2 d", "PT-5M, 0 min"})
  @DisplayName("R0.48 a wait is told in its largest whole unit")
  void aWaitIsToldInItsLargestUnit(Duration wait, String shown) {
    assertThat(Waited.of(wait).in(Locale.ENGLISH)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de", "en_US", "es'>", "../en", "EN "})
  @DisplayName("R0.41 a language that we do not speak is none")
  void anotherLanguageIsNone(String asked) {
    assertThat(UiLanguage.of(asked)).isEmpty();
  }

  @Test
  @DisplayName("R0.41 our languages are known by their tags")
  void ourLanguagesAreKnown() {
    assertThat(UiLanguage.of("en")).contains(UiLanguage.EN);
    assertThat(UiLanguage.of("ES")).contains(UiLanguage.ES);
    assertThat(UiLanguage.of(null)).isEmpty();
  }

  @Test
  @DisplayName("R0.46 a sent key comes back, any other text becomes a new key")
  void aKeyComesBack() {
    UUID sent = UUID.randomUUID();
    assertThat(SubmissionKey.of(sent.toString())).isEqualTo(sent);
    assertThat(SubmissionKey.of("1' or 1=1")).isNotNull();
    assertThat(SubmissionKey.of(null)).isNotEqualTo(SubmissionKey.of(null));
  }

  @Test
  @DisplayName("R0.49 English words do not depend on the machine's own language")
  void englishStaysEnglish() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("es"));
      assertThat(SharedWords.in(Locale.ENGLISH).say("error.title")).isEqualTo("There is a problem");
      assertThat(SharedWords.in(UiLanguage.ES.getLocale()).say("error.title"))
          .isEqualTo("Hay un problema");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  @DisplayName("R0.47 every work place has a name in the rail")
  void everyWorkPlaceHasAName() {
    SharedWords words = SharedWords.in(Locale.ENGLISH);
    assertThat(Arrays.asList(WorkPlace.values()))
        .allSatisfy(place -> assertThat(words.say("rail." + place.key())).isNotBlank());
  }

  @Test
  void aFactOfASentenceIsFilledIn() {
    assertThat(SharedWords.in(Locale.ENGLISH).say("date.day", "30", YearMonth.of(2023, 2)))
        .isEqualTo("2023-02 has no day 30");
  }
}

package org.pacegate.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R0.49 The walk over the pages finds")
class WordUseTest {

  @Test
  void aKey() {
    assertThat(WordUse.in("<h1>#{intakeText['person.birthDate']}</h1>"))
        .containsExactly(new WordUse("intake", "person.birthDate", false));
  }

  @Test
  void theBeginningOfAKey() {
    assertThat(WordUse.in("#{sharedText['sex.' += patient.sex]}"))
        .containsExactly(new WordUse("shared", "sex.", true));
    assertThat(WordUse.in("<pg:select text=\"#{sharedText}\" prefix=\"sex.\" />"))
        .containsExactly(new WordUse("shared", "sex.", true));
  }

  @Test
  void bothBranchesButNotWhatIsCompared() {
    assertThat(WordUse.in("#{sharedText[state eq 'OPEN' ? 'yes' : 'no']}"))
        .containsExactly(new WordUse("shared", "yes", false), new WordUse("shared", "no", false));
  }

  @Test
  void aWordThatIsMissing() {
    Map<String, String> words = Map.of("sex.MALE", "male");
    assertThat(new WordUse("shared", "title", false).isKnownTo(words)).isFalse();
    assertThat(new WordUse("shared", "sex.", true).isKnownTo(words)).isTrue();
    assertThat(new WordUse("shared", "side.", true).isKnownTo(words)).isFalse();
  }
}

package org.pacegate.domain.questionnaire;

import java.util.Optional;
import org.pacegate.domain.patient.Language;

/**
 * Words that a person reads.
 *
 * @param english always there
 * @param spanish empty when the questionnaire has no translation of it
 */
public record Text(String english, Optional<String> spanish) {

  /** No words: only a group can do without. */
  public static final Text NONE = new Text("", Optional.of(""));

  /** In both languages. */
  public static Text of(String english, String spanish) {
    return new Text(english, Optional.of(spanish));
  }

  /** In English alone. */
  public static Text english(String english) {
    return new Text(english, Optional.empty());
  }

  /** In this language, or in English where it was not translated. */
  public String in(Language language) {
    return language == Language.es ? spanish.orElse(english) : english;
  }

  /** True when it can be read in every language of the product. */
  public boolean isTranslated() {
    return spanish.isPresent();
  }
}

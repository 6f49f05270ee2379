package org.pacegate.web.screening;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of questions, answers and rules in one language; the patient's may be another. */
public record ScreeningWords(Locale locale, ResourceBundle words) {

  public static ScreeningWords in(Locale locale) {
    return new ScreeningWords(
        locale, ResourceBundle.getBundle("org.pacegate.web.screening.words", locale));
  }

  public String say(String key) {
    return words.getString(key);
  }

  /** The words of a key, or the fallback when there are none. */
  String say(String key, String fallback) {
    return words.containsKey(key) ? words.getString(key) : fallback;
  }
}

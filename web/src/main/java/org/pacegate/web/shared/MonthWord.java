package org.pacegate.web.shared;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;

/** Knows a month by its name or at least its first three letters, in every language we speak. */
final class MonthWord {

  private MonthWord() {}

  static boolean names(String typed, Month month) {
    String word = typed.toLowerCase(Locale.ROOT);
    return word.length() >= 3
        && Arrays.stream(UiLanguage.values())
            .map(language -> month.getDisplayName(TextStyle.FULL, language.getLocale()))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .anyMatch(name -> name.startsWith(word));
  }
}

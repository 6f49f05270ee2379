package org.pacegate.web.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The shared sentences that Java code says, in one language. */
record SharedWords(Locale locale, ResourceBundle words) {

  private static final ResourceBundle.Control ROOT_IS_ENGLISH =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  static SharedWords in(Locale locale) {
    return new SharedWords(
        locale, ResourceBundle.getBundle("org.pacegate.web.shared.words", locale, ROOT_IS_ENGLISH));
  }

  String say(String key, Object... facts) {
    return new MessageFormat(words.getString(key), locale).format(facts);
  }
}

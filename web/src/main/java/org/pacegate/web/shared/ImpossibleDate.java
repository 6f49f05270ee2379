package org.pacegate.web.shared;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What was typed is no date. Carries the key of the sentence that says why, and its facts. */
final class ImpossibleDate extends Exception {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> facts;

  ImpossibleDate(String key, Object... facts) {
    super(key);
    this.key = key;
    this.facts = List.of(facts);
  }

  String key() {
    return key;
  }

  /** Why it is no date. */
  String sentence(Locale locale) {
    Object[] named = facts.stream().map(fact -> named(fact, locale)).toArray();
    return SharedWords.in(locale).say(key, named);
  }

  private static Object named(Object fact, Locale locale) {
    return fact instanceof YearMonth month
        ? DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(month)
        : fact;
  }
}

package org.pacegate.web.shared;

import java.util.Locale;
import java.util.Optional;

/**
 * A date as a form keeps it while it may still be none.
 *
 * @param text ISO 8601, or what was typed; null for nothing
 */
public record KeptDate(String text) {

  /** Why it is no date; empty for a date and for nothing. */
  public Optional<String> problem(Locale locale) {
    TypedDate typed = TypedDate.ofKept(text);
    if (typed.isBlank()) {
      return Optional.empty();
    }
    try {
      typed.toDate();
      return Optional.empty();
    } catch (ImpossibleDate impossible) {
      return Optional.of(impossible.sentence(locale));
    }
  }
}

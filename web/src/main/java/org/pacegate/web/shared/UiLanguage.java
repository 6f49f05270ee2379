package org.pacegate.web.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages the pages speak. The only source of a view's locale. */
public enum UiLanguage {
  EN("English"),
  ES("Español");

  private final String ownName;

  UiLanguage(String ownName) {
    this.ownName = ownName;
  }

  public static Optional<UiLanguage> of(String tag) {
    return Arrays.stream(values()).filter(known -> known.getTag().equalsIgnoreCase(tag)).findAny();
  }

  /** The language tag of BCP 47, such as {@code es}. */
  public String getTag() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Locale getLocale() {
    return Locale.forLanguageTag(getTag());
  }

  /** The language's name in itself. */
  public String getOwnName() {
    return ownName;
  }
}

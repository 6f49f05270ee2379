package org.pacegate.domain.clinic;

import java.util.Locale;
import java.util.regex.Pattern;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/** Where a licence gives a right: a country or a part of one, as ISO 3166 writes it. */
public final class Jurisdiction {

  private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

  private Jurisdiction() {}

  /**
   * A code as it is kept: {@code GB}, {@code US-MI}.
   *
   * @throws InvalidValue for {@code jurisdiction}: {@code missing} or {@code unknown}
   */
  public static String code(String typed) {
    String code = Words.required("jurisdiction", typed, 20).toUpperCase(Locale.ROOT);
    if (!CODE.matcher(code).matches()) {
      throw new InvalidValue("jurisdiction", "unknown");
    }
    return code;
  }
}

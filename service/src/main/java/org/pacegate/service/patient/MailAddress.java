package org.pacegate.service.patient;

import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** An e-mail address as far as it tells people apart. */
record MailAddress(String written) {

  private static final LevenshteinDistance TWO_EDITS = new LevenshteinDistance(2);

  String key() {
    return written == null ? "" : written.strip().toLowerCase(Locale.ROOT);
  }

  /** Similar with two letters wrong, missing or too many. */
  Likeness to(MailAddress other) {
    if (key().isEmpty() || other.key().isEmpty()) {
      return Likeness.UNKNOWN;
    }
    if (key().equals(other.key())) {
      return Likeness.SAME;
    }
    return TWO_EDITS.apply(key(), other.key()) >= 0 ? Likeness.SIMILAR : Likeness.DIFFERENT;
  }
}

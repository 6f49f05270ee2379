package org.pacegate.domain.screening;

import java.util.regex.Pattern;

/**
 * Where a rule comes from.
 *
 * @param tag the evidence tags: {@code V:S18} read in source 18, {@code v:S21} read in a weak
 *     source, {@code U} unverified, {@code D} a proposal of this project; several by comma
 * @param reference the work in words
 * @param note what it supports, and what in the rule is a proposal
 */
public record Source(String tag, String reference, String note) {
  private static final Pattern TAG = Pattern.compile("([Vv]:S\\d+b?|U|D)(,([Vv]:S\\d+b?|U|D))*");

  /** Refuses an unknown tag and empty words. */
  public Source {
    if (!TAG.matcher(tag).matches()) {
      throw new IllegalArgumentException("not an evidence tag: " + tag);
    }
    if (reference.isBlank() || note.isBlank()) {
      throw new IllegalArgumentException("a source needs a reference and a note: " + tag);
    }
  }
}

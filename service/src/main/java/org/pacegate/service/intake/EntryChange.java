package org.pacegate.service.intake;

import java.util.Objects;

/**
 * One field changed on one page; empty text is no entry.
 *
 * @param shown what the page showed in it before
 * @param typed what stands in it now
 */
public record EntryChange(String shown, String typed) {

  public EntryChange {
    Objects.requireNonNull(shown, "shown");
    Objects.requireNonNull(typed, "typed");
  }

  /** A field that was empty. */
  public static EntryChange first(String typed) {
    return new EntryChange("", typed);
  }
}

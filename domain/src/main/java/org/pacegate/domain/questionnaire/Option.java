package org.pacegate.domain.questionnaire;

import java.util.Objects;

/**
 * One answer to choose.
 *
 * @param code what is kept
 * @param text what is read
 * @param exclusive true when nothing else can be chosen beside it, such as "none of these"
 */
public record Option(String code, Text text, boolean exclusive) {

  /** Refuses anything missing. */
  public Option {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(text, "text");
  }
}

package org.pacegate.domain.questionnaire;

import java.util.Objects;

/**
 * One answer to choose.
 *
 * @param code what is kept
 * @param text what is read
 * @param exclusive true when nothing else can be chosen beside it, such as "none of these"
 * @param lasting true when what it says cannot un-happen, so that whoever gave it once is asked
 *     whether it still holds, such as that somebody was treated for cancer
 */
public record Option(String code, Text text, boolean exclusive, boolean lasting) {

  /** Refuses anything missing. */
  public Option {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(text, "text");
  }

  /** One that has to be given anew each time. */
  public Option(String code, Text text, boolean exclusive) {
    this(code, text, exclusive, false);
  }
}

package org.pacegate.web.intake;

import org.pacegate.service.intake.ShownWords;

/** The words in which runners read the questions, which the feature {@code door} asks. */
public interface RunnersWords {

  /**
   * The words in a language.
   *
   * @param language tag of the one that the runner read; empty for none known, when it is the
   *     language of this page
   */
  ShownWords in(String language);
}

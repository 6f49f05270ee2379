package org.pacegate.web.intake;

import org.pacegate.service.intake.ShownWords;

/** The words in which runners read the questions, which the feature {@code door} asks. */
public interface RunnersWords {

  /**
   * The words in the language of a consent text.
   *
   * @param consent id of the text that was signed (version/language/hash); empty for none, when it
   *     is the language of this page
   */
  ShownWords of(String consent);
}

package org.pacegate.service.intake;

import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;

/** The words in which a page asks and shows answers, in the language of whoever read it there. */
public interface ShownWords {

  Language language();

  /** What a part of an intake is called. */
  String part(IntakeStep step);

  /**
   * What a field asks.
   *
   * @param field name of the entry, for example {@code answer.CES-1}
   */
  String question(String field);

  /** An answer in words; text that somebody typed as it is. */
  String answer(String field, String kept);
}

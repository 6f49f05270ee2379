package org.pacegate.service.referral;

import org.pacegate.domain.patient.Language;

/** The words of a letter, which stand in the bundles of the pages, in the letter's language. */
public interface LetterWords {

  /** Words of a feature's bundle; the key itself where there are none. */
  String say(Language language, String feature, String key);

  /** What a field of an intake asks, for example {@code answer.CES-T}. */
  String question(Language language, String field);

  /** An answer in words. */
  String answer(Language language, String field, String kept);
}

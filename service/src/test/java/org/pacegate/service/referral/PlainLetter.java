package org.pacegate.service.referral;

import org.pacegate.domain.patient.Language;

/** Words of a letter that are recognised wherever they are kept. */
enum PlainLetter implements LetterWords {
  WORDS;

  /** A letter with nothing written beside the record. */
  static LetterForm form() {
    return form(null, null, null, null);
  }

  static LetterForm form(Language language, String question, String findings, String told) {
    return new LetterForm(language, question, findings, told, WORDS);
  }

  @Override
  public String say(Language language, String feature, String key) {
    return language + ":" + key;
  }

  @Override
  public String question(Language language, String field) {
    return language + ":asked " + field;
  }

  @Override
  public String answer(Language language, String field, String kept) {
    return language + ":" + kept;
  }
}

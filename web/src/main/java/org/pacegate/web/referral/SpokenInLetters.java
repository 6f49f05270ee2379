package org.pacegate.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.Supplier;
import org.pacegate.domain.patient.Language;
import org.pacegate.service.referral.LetterWords;
import org.pacegate.web.intake.EntryWords;
import org.pacegate.web.shared.LanguageView;
import org.pacegate.web.shared.Translations;
import org.pacegate.web.shared.UiLanguage;

/** The words of the pages, in the language of a letter. */
@RequestScoped
class SpokenInLetters implements LetterWords {

  @Inject private LanguageView reader;
  @Inject private Translations words;
  @Inject private EntryWords entries;

  @Override
  public String say(Language language, String feature, String key) {
    return in(language, () -> words.knows(feature, key) ? words.say(feature, key) : key);
  }

  @Override
  public String question(Language language, String field) {
    return in(language, () -> entries.label(field));
  }

  @Override
  public String answer(Language language, String field, String kept) {
    return in(language, () -> entries.value(field, kept));
  }

  private String in(Language language, Supplier<String> saying) {
    return reader.in(UiLanguage.of(language.name().toLowerCase(Locale.ROOT)).orElseThrow(), saying);
  }
}

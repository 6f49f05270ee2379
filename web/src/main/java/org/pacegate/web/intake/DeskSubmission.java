package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;
import org.pacegate.service.intake.ShownWords;
import org.pacegate.service.intake.SubmitIntake;
import org.pacegate.web.shared.LanguageView;
import org.pacegate.web.shared.Translations;

/** What the desk submits, with the words in which it was shown. */
@RequestScoped
class DeskSubmission {

  @Inject private ConsentPanel consent;
  @Inject private EntryWords entries;
  @Inject private Translations words;
  @Inject private LanguageView language;

  SubmitIntake of(long intake, UUID key, boolean emergency) {
    return new SubmitIntake(
        intake, key, consent.getLanguage(), emergency, new Shown(entries, words, reader()));
  }

  private Language reader() {
    return Language.valueOf(language.getTag());
  }

  private record Shown(EntryWords entries, Translations words, Language language)
      implements ShownWords {

    @Override
    public String part(IntakeStep step) {
      return words.say("intake", "step." + step);
    }

    @Override
    public String question(String field) {
      return entries.label(field);
    }

    @Override
    public String answer(String field, String kept) {
      return entries.value(field, kept);
    }
  }
}

package org.pacegate.web.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;
import org.pacegate.service.intake.ShownWords;
import org.pacegate.web.intake.RunnersWords;
import org.pacegate.web.shared.LanguageView;
import org.pacegate.web.shared.Translations;
import org.pacegate.web.shared.UiLanguage;

/** The words of the runner's own door, whoever reads them now. */
@RequestScoped
public class SpokenAtTheDoor implements RunnersWords {

  @Inject private DoorWords door;
  @Inject private Translations words;
  @Inject private LanguageView language;

  @Override
  public ShownWords in(String read) {
    return new Read(this, UiLanguage.of(read).orElse(language.getCurrent()));
  }

  private record Read(SpokenAtTheDoor says, UiLanguage spoken) implements ShownWords {

    @Override
    public Language language() {
      return Language.valueOf(spoken.getTag());
    }

    @Override
    public String part(IntakeStep step) {
      return said(() -> says.words.say("intake", "step." + step));
    }

    @Override
    public String question(String field) {
      return said(() -> says.door.label(field));
    }

    @Override
    public String answer(String field, String kept) {
      return said(() -> says.door.value(field, kept));
    }

    private String said(Supplier<String> saying) {
      return says.language.in(spoken, saying);
    }
  }
}

package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pacegate.domain.patient.Language;
import org.pacegate.service.intake.ConsentText;
import org.pacegate.service.intake.ConsentTexts;
import org.pacegate.web.shared.LanguageView;

/** The consent text in the patient's language; in the reader's while that is not known. */
@Named
@RequestScoped
public class ConsentPanel {

  @Inject private IntakePage page;
  @Inject private KnownPatient known;
  @Inject private ConsentTexts texts;
  @Inject private LanguageView language;

  public Language getLanguage() {
    if (known.isKnown()) {
      return known.getHeader().language();
    }
    String typed = page.getEntries().of("person.language");
    return Language.valueOf(typed.isEmpty() ? language.getTag() : typed);
  }

  public ConsentText getText() {
    return texts.current(getLanguage());
  }

  /** The text's parts: the first is its title. */
  public List<String> getParagraphs() {
    return List.of(getText().text().split("\\R\\s*\\R"));
  }
}

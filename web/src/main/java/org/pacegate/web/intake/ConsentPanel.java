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

  private static final String FIELD = "consent.given";

  @Inject private IntakePage page;
  @Inject private KnownPatient known;
  @Inject private ConsentTexts texts;
  @Inject private LanguageView language;

  private String shown;

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

  /** The text that the page shows, as it is sent back with it. */
  public String getShown() {
    return getText().id();
  }

  public void setShown(String sent) {
    shown = sent;
  }

  /**
   * Whether the text shown is the one that was agreed to; another one is asked for anew (R4.20).
   */
  public boolean isGiven() {
    return getText().id().equals(page.getEntries().of(FIELD));
  }

  /** Agreed to is what the page showed, not what it would show now. */
  public void setGiven(boolean given) {
    page.getEntries().getTexts().put(FIELD, given ? shown : null);
  }
}

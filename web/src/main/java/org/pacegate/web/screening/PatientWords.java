package org.pacegate.web.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Locale;
import org.pacegate.domain.patient.Language;

/** Screening words in the patient's language, which need not be the reader's. */
@Named
@RequestScoped
public class PatientWords {

  public String say(Language language, String key) {
    return ScreeningWords.in(Locale.forLanguageTag(language.name())).say(key);
  }
}

package org.pacegate.web.diagnosis;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.pacegate.service.diagnosis.CodeChoice;
import org.pacegate.service.diagnosis.DiagnosisCodes;
import org.pacegate.web.shared.ClinicTime;
import org.pacegate.web.shared.LanguageView;
import org.pacegate.web.shared.Translations;
import org.pacegate.web.shared.UiLanguage;

/** Codes of the edition in force that fit what was typed; the chosen one always stays in sight. */
@Named("codePicker")
@ViewScoped
public class CodePicker implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 8;

  @Inject private transient DiagnosisCodes codes;
  @Inject private transient LanguageView language;
  @Inject private transient ClinicTime time;
  @Inject private transient Translations words;
  private transient List<CodeChoice> found;
  private String asked;

  /**
   * The choices; asked anew only when the form says something else.
   *
   * @param typed the form: {@code codeWords}, {@code bodySite} and {@code code}
   */
  public List<CodeChoice> choices(Map<String, String> typed) {
    String now = typed.get("codeWords") + "|" + typed.get("bodySite") + "|" + typed.get("code");
    if (found == null || !now.equals(asked)) {
      found = find(typed);
      asked = now;
    }
    return found.stream().limit(SHOWN).toList();
  }

  private List<CodeChoice> find(Map<String, String> typed) {
    return codes.find(
        typed.get("codeWords"), typed.get("bodySite"), typed.get("code"), time.today());
  }

  /** Whether letters would have to be added to see more. */
  public boolean isMore() {
    return found != null && found.size() > SHOWN;
  }

  /** The code with its words in the reader's language; a header says that it is one. */
  public String label(CodeChoice choice) {
    String label = choice.code() + " · " + label(choice.labelEn(), choice.labelEs());
    return choice.billable()
        ? label
        : label + " · " + words.say("diagnosis", "code.header", choice.edition());
  }

  /** The edition in force, or null when nothing of it fits. */
  public String getEdition() {
    return found == null || found.isEmpty() ? null : found.get(0).edition();
  }

  /** The one of two labels that the reader understands. */
  public String label(String english, String spanish) {
    return language.getCurrent() == UiLanguage.ES ? spanish : english;
  }
}

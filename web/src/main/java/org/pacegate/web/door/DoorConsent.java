package org.pacegate.web.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.pacegate.domain.intake.Strokes;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.intake.ConsentText;
import org.pacegate.service.intake.ConsentTexts;
import org.pacegate.web.shared.LanguageView;

/** The text that a runner agrees to, in the language they read, and what was signed under it. */
@Named
@RequestScoped
public class DoorConsent {

  static final String SIGNATURE = "consent.signature";
  static final String DRAWN = "consent.drawn";
  static final String SIGNED = "consent.signed";

  @Inject private LanguageView language;
  @Inject private ConsentTexts consents;

  public ConsentText getText() {
    return consents.current(Language.valueOf(language.getTag()));
  }

  /** The text's parts: the first is its title. */
  public List<String> getParts() {
    return List.of(getText().text().split("\\R\\s*\\R", -1));
  }

  /** What a field of a signature shows: nothing of what stands under another text (R4.20). */
  String shown(String field, String kept, String signed) {
    boolean underAnother =
        Set.of(SIGNATURE, DRAWN).contains(field) && !getText().id().equals(signed);
    return underAnother || (field.equals(DRAWN) && !isByHand(kept)) ? "" : kept;
  }

  /** What is no way of a pen cannot be drawn again. */
  private static boolean isByHand(String kept) {
    try {
      return !kept.isEmpty() && Strokes.read(kept) != null;
    } catch (InvalidValue none) {
      return false;
    }
  }
}

package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pacegate.domain.patient.Language;
import org.pacegate.service.intake.ConsentText;
import org.pacegate.service.intake.ConsentTexts;
import org.pacegate.web.shared.LanguageView;

/**
 * The consent text in the patient's language, in the reader's while that is not known; and the
 * signature under it (R4.93).
 */
@Named
@RequestScoped
public class ConsentPanel {

  private static final String GIVEN = "consent.given";
  private static final String SIGNATURE = "consent.signature";
  private static final String DRAWN = "consent.drawn";
  private static final String RELATION = "consent.relation";

  /** Id of the text that the signature was put under. */
  private static final String SIGNED = "consent.signed";

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
    return getText().id().equals(page.getEntries().of(GIVEN));
  }

  /** Agreed to is what the page showed, not what it would show now. */
  public void setGiven(boolean given) {
    keep(GIVEN, given ? shown : null);
  }

  /** The name of who signs, under this text; a signature under another one is asked for anew. */
  public String getSignature() {
    return signed(SIGNATURE);
  }

  public void setSignature(String name) {
    keep(SIGNATURE, name);
    keepSigned();
  }

  /** The way of the pen, under this text. */
  public String getDrawn() {
    return signed(DRAWN);
  }

  public void setDrawn(String drawn) {
    keep(DRAWN, drawn);
    keepSigned();
  }

  /** Signed is what the page showed, not what it would show now. */
  private void keepSigned() {
    TypedEntries entries = page.getEntries();
    boolean unsigned = entries.of(SIGNATURE).isEmpty() && entries.of(DRAWN).isEmpty();
    keep(SIGNED, unsigned ? null : shown);
  }

  private String signed(String field) {
    boolean underThis = getText().id().equals(page.getEntries().of(SIGNED));
    return underThis ? page.getEntries().of(field) : "";
  }

  /** Who signs, or null as long as nobody said. */
  public String getRelation() {
    String relation = page.getEntries().of(RELATION);
    return relation.isEmpty() ? null : relation;
  }

  public void setRelation(String relation) {
    keep(RELATION, relation);
  }

  private void keep(String field, String value) {
    page.getEntries().getTexts().put(field, value);
  }
}

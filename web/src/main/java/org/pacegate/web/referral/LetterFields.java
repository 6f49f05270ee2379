package org.pacegate.web.referral;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.referral.LetterText;
import org.pacegate.service.referral.LetterForm;
import org.pacegate.service.referral.LetterWords;

/** What is chosen and typed for the letter of a referral. */
public class LetterFields implements Serializable {

  private static final long serialVersionUID = 1L;

  private boolean begun;
  private Language language;
  private String question;
  private String findings;
  private String told;

  /** What was written before to whom this one stands in for, until something is typed. */
  void from(LetterText before) {
    if (!begun) {
      begun = true;
      question = before.question();
      findings = before.findings();
      told = before.told();
    }
  }

  LetterForm form(LetterWords words) {
    return new LetterForm(language, question, findings, told, words);
  }

  public List<Language> getLanguages() {
    return Arrays.asList(Language.values());
  }

  /** Null for the recipient's own. */
  public Language getLanguage() {
    return language;
  }

  public void setLanguage(Language language) {
    this.language = language;
  }

  public String getQuestion() {
    return question;
  }

  public void setQuestion(String question) {
    this.question = question;
  }

  public String getFindings() {
    return findings;
  }

  public void setFindings(String findings) {
    this.findings = findings;
  }

  public String getTold() {
    return told;
  }

  public void setTold(String told) {
    this.told = told;
  }
}

package org.pacegate.service.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.referral.LetterText;

/**
 * What is chosen and typed for a letter.
 *
 * @param language to write it in, or null for the recipient's own
 * @param question what the recipient is asked, or null
 * @param findings what was found, with its units, or null
 * @param told what the runner was told, or null
 * @param words of whoever shows the form
 */
public record LetterForm(
    Language language,
    @Size(max = 20_000) String question,
    @Size(max = 20_000) String findings,
    @Size(max = 20_000) String told,
    @NotNull LetterWords words) {

  LetterText text() {
    return new LetterText(question, findings, told);
  }

  @Override
  public String toString() {
    return "LetterForm[" + language + "]";
  }
}

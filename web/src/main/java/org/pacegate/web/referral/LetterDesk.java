package org.pacegate.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.omnifaces.util.Faces;
import org.pacegate.service.referral.LetterForm;
import org.pacegate.service.referral.Letters;
import org.pacegate.service.referral.PreviewLetter;

/** Shows a letter before it is sent, and gives its form the words. */
@RequestScoped
class LetterDesk {

  @Inject private Letters letters;
  @Inject private SpokenInLetters words;

  LetterForm form(LetterFields fields) {
    return fields.form(words);
  }

  /** Sends the browser the PDF that would go out. */
  void preview(long referral, long version, Long recipient, LetterFields fields) {
    byte[] pdf =
        letters.preview(new PreviewLetter(referral, version, recipient, fields.form(words)));
    Faces.sendFile(pdf, "referral-" + referral + "-preview.pdf", false);
  }
}

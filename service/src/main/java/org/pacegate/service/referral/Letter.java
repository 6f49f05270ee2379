package org.pacegate.service.referral;

import org.pacegate.domain.patient.Language;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralLetter;
import org.pacegate.domain.shared.Attribution;

/** A letter that is written. */
final class Letter {

  private final Language language;
  private final String content;
  private final byte[] pdf;

  /**
   * @param content JSON of everything it says
   * @param pdf made of exactly that
   */
  Letter(Language language, String content, byte[] pdf) {
    this.language = language;
    this.content = content;
    this.pdf = pdf.clone();
  }

  byte[] pdf() {
    return pdf.clone();
  }

  /** As it is kept once the referral is sent. */
  ReferralLetter sentWith(Referral referral, Attribution sent) {
    return new ReferralLetter(referral, language, content, pdf, sent);
  }
}

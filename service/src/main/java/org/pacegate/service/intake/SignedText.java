package org.pacegate.service.intake;

import org.pacegate.domain.intake.Consent;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.intake.Signature;
import org.pacegate.domain.shared.Attribution;

/** A consent text and what was put under it. */
record SignedText(ConsentText text, Signature signature) {

  /** The record that somebody agreed to it. */
  Consent givenBy(long patient, long intake, Door door, Attribution recorded) {
    return new Consent(
        patient, intake, text.version(), text.language(), text.hash(), signature, door, recorded);
  }
}

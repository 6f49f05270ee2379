package org.pacegate.service.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.pacegate.domain.diagnosis.DiagnosisCode;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.service.intake.ConsentTexts;

/**
 * An open clinic, as its history needs it.
 *
 * @param codes the curated list, by code
 * @param now the end of the history
 */
record Practice(
    Script script,
    Staff staff,
    RuleSet rules,
    int screeningValidDays,
    ConsentTexts consents,
    Map<String, DiagnosisCode> codes,
    Instant now) {

  LocalDate today() {
    return LocalDate.ofInstant(now, script.zone());
  }

  /** Somebody of the clinic at an instant. */
  Attribution by(Staff.Member member, Instant at) {
    return Attribution.of(member.practitioner(), at, script.zone());
  }

  /** A code of a script. */
  DiagnosisCode code(String code) {
    DiagnosisCode found = codes.get(code);
    if (found == null) {
      throw new IllegalStateException("the curated list has no code " + code);
    }
    return found;
  }
}

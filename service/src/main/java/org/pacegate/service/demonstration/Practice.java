package org.pacegate.service.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.pacegate.domain.diagnosis.ListedCode;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.service.intake.ConsentTexts;
import org.pacegate.service.screening.RuleSetBySite;
import org.pacegate.service.screening.RuleSets;

/**
 * An open clinic, as its history needs it.
 *
 * @param codes the curated list, by code
 * @param now the end of the history
 */
record Practice(
    Script script,
    Staff staff,
    RuleSets ruleSets,
    int screeningValidDays,
    ConsentTexts consents,
    Map<String, ListedCode> codes,
    Instant now) {

  /** Asked before a region is known. */
  RuleSet firstRules() {
    return rules(BodySite.LOW_BACK);
  }

  RuleSet rules(BodySite site) {
    return ruleSets.current(RuleSetBySite.of(site));
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, script.zone());
  }

  /** Somebody of the clinic at an instant. */
  Attribution by(Staff.Member member, Instant at) {
    return Attribution.of(member.practitioner(), at, script.zone());
  }

  /** A code of a script. */
  ListedCode code(String code) {
    ListedCode found = codes.get(code);
    if (found == null) {
      throw new IllegalStateException("the curated list has no code " + code);
    }
    return found;
  }
}

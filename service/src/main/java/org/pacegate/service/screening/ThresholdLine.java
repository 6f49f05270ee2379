package org.pacegate.service.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * One of the clinic's versions of thresholds, as it is listed.
 *
 * @param values the values that leave the shipped ones
 * @param signedBy name, or null for a draft
 * @param effectiveFrom the first day it holds, or null
 */
public record ThresholdLine(
    long thresholdId,
    String ruleSet,
    int ruleSetVersion,
    int number,
    Map<String, Integer> values,
    String reason,
    String draftedBy,
    Instant draftedAt,
    String signedBy,
    Instant signedAt,
    String licence,
    LocalDate effectiveFrom,
    Standing standing) {

  /**
   * Its values, for the rule set that it is of.
   *
   * @throws DomainRefusal {@code try.unknown} for another one
   */
  Map<String, Integer> valuesFor(String id, int version) {
    if (!ruleSet.equals(id) || ruleSetVersion != version) {
      throw new DomainRefusal("try.unknown", "threshold version " + thresholdId);
    }
    return values;
  }

  /** Its id, as a rule set at its values names it. */
  Optional<Long> asThresholds() {
    return Optional.of(thresholdId);
  }

  /** Where it stands on the day it is read. */
  public enum Standing {
    /** Nobody has signed it. */
    DRAFT,
    /** Signed, and its day has not come. */
    TO_COME,
    IN_FORCE,
    /** Another one was signed after it. */
    REPLACED,
    /** The signer turned out to have had no licence that day; it never counted. */
    FALLEN
  }
}

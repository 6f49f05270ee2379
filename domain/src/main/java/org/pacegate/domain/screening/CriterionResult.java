package org.pacegate.domain.screening;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a criterion found, and from what.
 *
 * @param outcome met, not met, or not to be told
 * @param used link ids of the answers that were looked at and say something
 * @param missing link ids whose absence (or "not sure") leaves the outcome open; empty exactly when
 *     the outcome is not INDETERMINATE
 */
public record CriterionResult(Outcome outcome, Set<String> used, Set<String> missing) {

  /** Refuses an open outcome that does not say what is missing, and the reverse. */
  public CriterionResult {
    used = Set.copyOf(used);
    missing = Set.copyOf(missing);
    if (missing.isEmpty() == (outcome == Outcome.INDETERMINATE)) {
      throw new IllegalArgumentException("missing inputs belong to INDETERMINATE: " + outcome);
    }
  }

  static CriterionResult known(boolean met, String linkId) {
    return new CriterionResult(met ? Outcome.MET : Outcome.NOT_MET, Set.of(linkId), Set.of());
  }

  static CriterionResult unknown(String linkId) {
    return new CriterionResult(Outcome.INDETERMINATE, Set.of(), Set.of(linkId));
  }

  CriterionResult negated() {
    return new CriterionResult(outcome.negated(), used, missing);
  }

  /** Kleene's "at least n of these": all of them is AND, one of them is OR. */
  static CriterionResult atLeast(int n, List<CriterionResult> parts) {
    return between(n, parts.size(), parts);
  }

  /** Decided as soon as no open part can carry the number of met ones out of the range, or in. */
  static CriterionResult between(int min, int max, List<CriterionResult> parts) {
    Set<String> used = new LinkedHashSet<>();
    Set<String> open = new LinkedHashSet<>();
    int met = 0;
    int undecided = 0;
    for (CriterionResult part : parts) {
      used.addAll(part.used);
      open.addAll(part.missing);
      met += part.outcome == Outcome.MET ? 1 : 0;
      undecided += part.outcome == Outcome.INDETERMINATE ? 1 : 0;
    }
    if (met >= min && met + undecided <= max) {
      return new CriterionResult(Outcome.MET, used, Set.of());
    }
    return met > max || met + undecided < min
        ? new CriterionResult(Outcome.NOT_MET, used, Set.of())
        : new CriterionResult(Outcome.INDETERMINATE, used, open);
  }
}

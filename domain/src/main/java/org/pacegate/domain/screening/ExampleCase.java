package org.pacegate.domain.screening;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One patient as an example of one rule, with what must come out.
 *
 * @param ruleId the rule it is an example of
 * @param kind what it shows
 * @param given the patient's answers
 * @param outcome what the rule's criterion must say
 * @param urgency the highest urgency the whole screening must come to; empty for none
 * @param pins names of the parameters whose shipped values the result depends on (R1.42)
 */
public record ExampleCase(
    String ruleId,
    Kind kind,
    Answers given,
    Outcome outcome,
    Optional<Urgency> urgency,
    Set<String> pins) {

  /** What a case shows. Every rule has at least one of each. */
  public enum Kind {
    MET,
    NOT_MET,
    /** An input is missing or "not sure". */
    MISSING,
    /** Right at the threshold, or the smallest change of answers that flips the outcome. */
    BOUNDARY
  }

  /** Refuses anything missing. */
  public ExampleCase {
    Objects.requireNonNull(ruleId, "ruleId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(outcome, "outcome");
    pins = Set.copyOf(pins);
  }

  /** What the rule set gets wrong about this case; empty when it gets it right. */
  public Optional<String> failureIn(RuleSet ruleSet) {
    CriterionResult result = ruleSet.assess(given).get(ruleId);
    return result == null
        ? Optional.of("no such rule: " + ruleId)
        : difference(ruleSet, result.outcome());
  }

  private Optional<String> difference(RuleSet ruleSet, Outcome found) {
    Optional<Urgency> highest = ruleSet.screen(given).maxUrgency();
    if (!ruleSet.problems(given).isEmpty()) {
      return Optional.of(this + " gives impossible answers: " + ruleSet.problems(given));
    }
    return found == outcome && highest.equals(urgency)
        ? Optional.empty()
        : Optional.of(
            "%s %s: expected %s %s, found %s %s"
                .formatted(ruleId, kind, outcome, urgency, found, highest));
  }
}

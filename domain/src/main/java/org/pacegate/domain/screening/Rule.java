package org.pacegate.domain.screening;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One line of the decision table.
 *
 * @param id the clinical id, and after a dot the variant: {@code CES-6.both}
 * @param kind how the rule takes what it does not know
 * @param urgency how soon somebody must act when it fires
 * @param target where it sends the patient
 * @param seenWithin days to be seen in, when shorter than the urgency's own limit
 * @param effects what it forbids or recommends besides
 * @param criterion what it asks of the answers
 * @param source where it comes from
 * @param proposal true when a threshold, combination or urgency is a proposal that the clinic's
 *     lead clinician has to approve
 */
public record Rule(
    String id,
    RuleKind kind,
    Urgency urgency,
    Target target,
    Optional<Threshold<Integer>> seenWithin,
    Set<Effect> effects,
    Criterion criterion,
    Source source,
    boolean proposal) {

  /** Refuses anything missing. */
  public Rule {
    Code.refuseMalformed(id);
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(urgency, "urgency");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(criterion, "criterion");
    Objects.requireNonNull(source, "source");
    effects = Set.copyOf(effects);
    if (seenWithin.filter(days -> days.value() < 1).isPresent()) {
      throw new IllegalArgumentException("seen within less than a day: " + id);
    }
  }

  /** Days to be seen in, when shorter than the urgency's own limit. */
  public OptionalInt seenWithinDays() {
    return seenWithin.map(days -> OptionalInt.of(days.value())).orElseGet(OptionalInt::empty);
  }

  /** The same rule with its thresholds at the values of these parameters. */
  Rule with(Parameters parameters) {
    return new Rule(
        id,
        kind,
        urgency,
        target,
        seenWithin.map(days -> days.with(parameters, Parameter::days)),
        effects,
        criterion.with(parameters),
        source,
        proposal);
  }

  /** The id in the clinical decision table, without the variant. */
  public String clinicalId() {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }

  /** True when the rule acts on this outcome: met, or open in a rule that acts alone. */
  public boolean firesOn(Outcome outcome) {
    return outcome == Outcome.MET
        || (outcome == Outcome.INDETERMINATE && kind == RuleKind.ACT_ALONE);
  }
}

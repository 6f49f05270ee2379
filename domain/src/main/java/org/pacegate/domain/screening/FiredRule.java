package org.pacegate.domain.screening;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A rule that fired, with all that is needed to explain it later without the rule set.
 *
 * @param ruleId which rule
 * @param urgency how soon somebody must act
 * @param target where it sends the patient
 * @param seenWithinDays days to be seen in, when shorter than the urgency's own limit
 * @param effects what it forbids or recommends besides
 * @param source where the rule comes from
 * @param proposal true when part of the rule is a proposal the lead clinician has to approve
 * @param inputs link id to the answer it used, as text; "not sure" stands as UNSURE
 * @param assumed link ids it took as yes because they were unanswered or not sure
 */
public record FiredRule(
    String ruleId,
    Urgency urgency,
    Target target,
    OptionalInt seenWithinDays,
    Set<Effect> effects,
    Source source,
    boolean proposal,
    SortedMap<String, String> inputs,
    SortedSet<String> assumed) {

  /** Keeps its own copies. */
  public FiredRule {
    effects = Set.copyOf(effects);
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    assumed = Collections.unmodifiableSortedSet(new TreeSet<>(assumed));
  }

  static FiredRule of(Rule rule, CriterionResult result, Answers answers) {
    SortedMap<String, String> inputs = new TreeMap<>();
    for (Map.Entry<String, Answer> entry : answers.byLinkId().entrySet()) {
      boolean read = rule.criterion().inputs().containsKey(entry.getKey());
      if (read && entry.getValue() != Answer.NotApplicable.NOT_APPLICABLE) {
        inputs.put(entry.getKey(), entry.getValue().asText());
      }
    }
    return new FiredRule(
        rule.id(),
        rule.urgency(),
        rule.target(),
        rule.seenWithinDays(),
        rule.effects(),
        rule.source(),
        rule.proposal(),
        inputs,
        new TreeSet<>(result.missing()));
  }
}

package org.pacegate.domain.screening;

import java.util.ArrayList;
import java.util.List;

/**
 * The example cases that lie beside a rule set. A rule set may only be used when they all hold and
 * every rule has each kind of case.
 *
 * @param ruleSetId the rule set they belong to
 * @param version its version
 * @param cases the examples
 */
public record ExampleCases(String ruleSetId, int version, List<ExampleCase> cases) {

  /** Keeps its own copy. */
  public ExampleCases {
    cases = List.copyOf(cases);
  }

  /** Everything that is wrong; empty when the rule set may be used. */
  public List<String> failuresIn(RuleSet ruleSet) {
    List<String> failures = new ArrayList<>();
    if (!ruleSet.id().equals(ruleSetId) || ruleSet.version() != version) {
      failures.add("examples of " + ruleSetId + " " + version);
    }
    for (Rule rule : ruleSet.rules()) {
      for (ExampleCase.Kind kind : ExampleCase.Kind.values()) {
        if (cases.stream().noneMatch(c -> c.ruleId().equals(rule.id()) && c.kind() == kind)) {
          failures.add(rule.id() + " has no example " + kind);
        }
      }
    }
    cases.forEach(example -> example.failureIn(ruleSet).ifPresent(failures::add));
    return List.copyOf(failures);
  }
}

package org.pacegate.service.screening;

import java.util.List;
import java.util.stream.Stream;
import org.pacegate.domain.screening.ExampleCase;
import org.pacegate.domain.screening.ExampleCases;
import org.pacegate.domain.screening.RuleSet;

/** The shipped rule sets with their example cases, for tests. */
final class Shipped {
  private static final List<Tried> ALL = ShippedRuleSets.FILES.stream().map(Shipped::read).toList();

  /** One rule set and its examples. */
  record Tried(RuleSet rules, ExampleCases examples) {
    @Override
    public String toString() {
      return rules.id() + " " + rules.version();
    }
  }

  /** One example and the rule set it belongs to. */
  record Case(RuleSet rules, ExampleCase example) {
    @Override
    public String toString() {
      return rules.id() + " " + rules.version() + ": " + example.ruleId() + " " + example.kind();
    }
  }

  private Shipped() {}

  static Stream<Tried> all() {
    return ALL.stream();
  }

  static Stream<Case> cases() {
    return all()
        .flatMap(tried -> tried.examples().cases().stream().map(c -> new Case(tried.rules(), c)));
  }

  static RuleSet rules(String id, int version) {
    return all()
        .map(Tried::rules)
        .filter(rules -> rules.id().equals(id) && rules.version() == version)
        .findFirst()
        .orElseThrow();
  }

  private static Tried read(String file) {
    RuleSet rules = ShippedRuleSets.read(file);
    return new Tried(rules, ShippedRuleSets.examples(file, rules));
  }
}

package org.pacegate.domain.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an intake asks by and from: the versions that it stays with, whatever the clinic loads or
 * signs meanwhile (R4.58, R1.41).
 */
@Embeddable
public class Asking {

  private static final String BETWEEN = " ";

  @Column(name = "rule_set")
  private String ruleSet;

  @Column(name = "rule_set_version")
  private int ruleSetVersion;

  /** What it was pinned to before its body region changed, the oldest first. */
  @Column(name = "earlier_rule_sets")
  private String earlierRuleSets;

  /** The clinic's version of the thresholds; null as shipped. */
  @Column(name = "threshold_version_id")
  private Long thresholds;

  /** What it is asked from, such as {@code complaint-1 knee-1}; empty before forms were files. */
  @Column(name = "forms")
  private String forms;

  protected Asking() {}

  Asking(String ruleSet, int ruleSetVersion) {
    this.ruleSet = ruleSet;
    this.ruleSetVersion = ruleSetVersion;
    this.earlierRuleSets = PinnedRules.text(List.of());
    this.forms = "";
  }

  void judgeBy(Optional<Long> clinicVersion) {
    thresholds = clinicVersion.orElse(null);
  }

  void askFrom(List<String> versions) {
    forms = String.join(BETWEEN, versions);
  }

  List<String> forms() {
    return forms.isEmpty() ? List.of() : List.of(forms.split(BETWEEN));
  }

  /** Whether it asks other questions now; the version that it asks by already stays. */
  boolean askBy(String regionsRuleSet, int version) {
    if (ruleSet.equals(regionsRuleSet)) {
      return false;
    }
    List<PinnedRules> earlier = new ArrayList<>(earlierRules());
    earlier.add(rules());
    earlierRuleSets = PinnedRules.text(earlier);
    ruleSet = regionsRuleSet;
    ruleSetVersion = version;
    return true;
  }

  PinnedRules rules() {
    return new PinnedRules(ruleSet, ruleSetVersion, thresholds);
  }

  /** Without the one that it asks by now. */
  List<PinnedRules> earlierRules() {
    return PinnedRules.read(earlierRuleSets).stream()
        .filter(each -> !each.equals(rules()))
        .toList();
  }

  Optional<Long> thresholds() {
    return Optional.ofNullable(thresholds);
  }
}

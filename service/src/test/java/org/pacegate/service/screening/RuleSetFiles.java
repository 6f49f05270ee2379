package org.pacegate.service.screening;

import org.pacegate.domain.screening.RuleSet;

/** Shipped rule sets for the tests of other features. */
public final class RuleSetFiles {
  private RuleSetFiles() {}

  public static RuleSet read(String file) {
    return ShippedRuleSets.read(file);
  }
}

package org.pacegate.service.screening;

import java.util.List;
import java.util.Map;
import org.pacegate.domain.screening.Parameter;

/**
 * Everything a clinic may move, and what it decided about it.
 *
 * @param sets in the order of the rule sets
 * @param lines the clinic's versions, newest first; 200 at most
 */
public record ThresholdBook(List<SetOfThresholds> sets, List<ThresholdLine> lines) {

  /**
   * The thresholds of one version of a rule set.
   *
   * @param inUse whether new screenings are made with this version of the rule set
   * @param values what holds today, by parameter
   */
  public record SetOfThresholds(
      String ruleSet,
      int version,
      boolean inUse,
      List<Parameter> shipped,
      Map<String, Integer> values) {}
}

package org.pacegate.domain.screening;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule set says about a set of answers. Status and urgency follow from what is kept here, so
 * that they cannot contradict it.
 *
 * @param ruleSetId which rule set
 * @param ruleSetVersion which version of it
 * @param thresholds the clinic's version of the thresholds it was made with; empty as shipped
 * @param fired every rule that fired, most urgent first
 * @param missing link ids still to be answered, in asking order
 * @param indeterminateRules ids of rules that stay open for want of an answer
 */
public record Evaluation(
    String ruleSetId,
    int ruleSetVersion,
    Optional<Long> thresholds,
    List<FiredRule> fired,
    List<String> missing,
    List<String> indeterminateRules) {

  /** Keeps its own copies. */
  public Evaluation {
    fired = List.copyOf(fired);
    missing = List.copyOf(missing);
    indeterminateRules = List.copyOf(indeterminateRules);
  }

  /** Made with the thresholds as shipped. */
  public Evaluation(
      String ruleSetId,
      int ruleSetVersion,
      List<FiredRule> fired,
      List<String> missing,
      List<String> indeterminateRules) {
    this(ruleSetId, ruleSetVersion, Optional.empty(), fired, missing, indeterminateRules);
  }

  /** The highest urgency of all fired rules. */
  public Optional<Urgency> maxUrgency() {
    return Urgency.highest(fired.stream().map(FiredRule::urgency).toList());
  }

  /** True when no answer is missing that could still matter. */
  public boolean isComplete() {
    return missing.isEmpty() && indeterminateRules.isEmpty();
  }

  /**
   * POSITIVE_OPEN as soon as one rule of U0 to U2 fired, complete or not; else INCOMPLETE or
   * NEGATIVE. A routine finding (U3) is kept but needs no clearance.
   */
  public ScreeningStatus status() {
    if (maxUrgency().filter(Urgency::keepsGateShut).isPresent()) {
      return ScreeningStatus.POSITIVE_OPEN;
    }
    return isComplete() ? ScreeningStatus.NEGATIVE : ScreeningStatus.INCOMPLETE;
  }

  /** The status once a professional cleared every red flag: what is missing is still missing. */
  public ScreeningStatus statusOnceCleared() {
    if (!isComplete()) {
      return ScreeningStatus.INCOMPLETE;
    }
    return status() == ScreeningStatus.POSITIVE_OPEN ? ScreeningStatus.POSITIVE_CLEARED : status();
  }

  /**
   * These findings, and the dangers that another rule set found in answers given to it: what means
   * that somebody acts today or at once does so whatever region it was said about (R1.25). Of a
   * rule that fired in both, the more urgent finding stands.
   */
  public Evaluation withDangers(Collection<FiredRule> found) {
    return with(
        found.stream().filter(rule -> rule.urgency().isAtLeast(Urgency.U1_SAME_DAY)).toList());
  }

  /**
   * These findings, and all that were made about other answers to the same questions, as long as
   * nobody knows which answers are true (R4.103). Of a rule that fired in both, the more urgent
   * finding stands; what is missing here is missing.
   */
  public Evaluation beside(Evaluation other) {
    return with(other.fired);
  }

  /** These findings, as long as what was open before is open still. */
  public Evaluation stillLacking(Collection<String> open) {
    List<String> all = Stream.concat(missing.stream(), open.stream()).distinct().toList();
    return new Evaluation(ruleSetId, ruleSetVersion, thresholds, fired, all, indeterminateRules);
  }

  private Evaluation with(Collection<FiredRule> found) {
    Map<String, FiredRule> byRule = new LinkedHashMap<>();
    fired.forEach(rule -> byRule.put(rule.ruleId(), rule));
    found.forEach(rule -> byRule.merge(rule.ruleId(), rule, Evaluation::worse));
    List<FiredRule> all =
        byRule.values().stream().sorted(Comparator.comparing(FiredRule::urgency)).toList();
    return new Evaluation(ruleSetId, ruleSetVersion, thresholds, all, missing, indeterminateRules);
  }

  private static FiredRule worse(FiredRule here, FiredRule there) {
    return here.urgency().isAtLeast(there.urgency()) ? here : there;
  }

  /** The fired rules that a professional has to clear or confirm. */
  public List<FiredRule> flags() {
    return fired.stream().filter(rule -> rule.urgency().keepsGateShut()).toList();
  }
}

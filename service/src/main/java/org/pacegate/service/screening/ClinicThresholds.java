package org.pacegate.service.screening;

import java.time.LocalDate;
import java.util.Map;

/**
 * A signed version of a clinic's thresholds for one version of a rule set.
 *
 * @param thresholdId its id, which an intake and a screening keep
 * @param number its place among the clinic's versions for the rule set, from 1
 * @param values the values that leave the shipped ones; none for "as shipped"
 */
public record ClinicThresholds(
    long thresholdId,
    String ruleSet,
    int ruleSetVersion,
    int number,
    Map<String, Integer> values,
    LocalDate effectiveFrom) {}

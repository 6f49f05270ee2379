package org.pacegate.service.screening;

import java.util.List;
import java.util.Map;
import org.pacegate.domain.screening.RuleSet;

/**
 * Every rule that new screenings are made with in a clinic.
 *
 * @param ruleSets at the clinic's thresholds of today
 * @param numbers the clinic's number of a version of thresholds, by its id
 * @param tallies what became of the rules that ever fired
 */
public record RuleBook(
    List<RuleSet> ruleSets, Map<Long, Integer> numbers, List<RuleTally> tallies) {}

package org.pacegate.service.screening;

/**
 * What became of one rule in a clinic, over all versions of its rule set.
 *
 * @param fired screenings that it fired in
 * @param confirmed of those, how often a professional said that the danger is real, also when it
 *     was cleared later
 * @param cleared of those, how many are cleared
 */
public record RuleTally(String ruleSet, String ruleId, long fired, long confirmed, long cleared) {}

package org.pacegate.service.screening;

/**
 * Something that answers can be tried on.
 *
 * @param number of the clinic's version of the thresholds, or null as shipped
 * @param thresholdId its id, or null
 * @param inUse whether new screenings are made with just this
 */
public record TryVersion(
    String ruleSet, int version, Integer number, Long thresholdId, boolean inUse) {}

package org.pacegate.domain.injury;

import java.math.BigDecimal;

/**
 * Running in numbers; null is "not known", never zero.
 *
 * @param kmPerWeek mean of the last four weeks, km
 * @param longestRunKm longest single run of the last 30 days, km
 * @param ascentMetresPerWeek metres uphill a week
 * @param descentMetresPerWeek metres downhill a week
 * @param surfaces codes of the surfaces run on, separated by commas
 * @param shoeKm distance run in the present shoes, km
 * @param crossTrainingPerWeek sessions a week that are not running
 */
public record RunningHabits(
    BigDecimal kmPerWeek,
    Integer sessionsPerWeek,
    BigDecimal longestRunKm,
    Integer ascentMetresPerWeek,
    Integer descentMetresPerWeek,
    String surfaces,
    String shoes,
    Integer shoeKm,
    Integer crossTrainingPerWeek) {}

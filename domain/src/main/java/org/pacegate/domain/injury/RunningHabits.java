package org.pacegate.domain.injury;

import java.math.BigDecimal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

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
    Integer crossTrainingPerWeek) {

  public static final int MOST_KM = 500;
  public static final int MOST_SESSIONS = 28;
  public static final int MOST_METRES = 30_000;
  public static final int MOST_SHOE_KM = 20_000;
  private static final int LONGEST_TEXT = 500;

  /** Refuses what nobody runs, by the field's name. */
  public RunningHabits {
    expectRange("kmPerWeek", kmPerWeek, MOST_KM);
    expectRange("sessionsPerWeek", sessionsPerWeek, MOST_SESSIONS);
    expectRange("longestRunKm", longestRunKm, MOST_KM);
    expectRange("ascent", ascentMetresPerWeek, MOST_METRES);
    expectRange("descent", descentMetresPerWeek, MOST_METRES);
    surfaces = Words.optional("surfaces", surfaces, LONGEST_TEXT);
    shoes = Words.optional("shoes", shoes, LONGEST_TEXT);
    expectRange("shoeKm", shoeKm, MOST_SHOE_KM);
    expectRange("crossTraining", crossTrainingPerWeek, MOST_SESSIONS);
  }

  private static void expectRange(String field, BigDecimal value, int most) {
    if (value != null && (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0)) {
      throw new InvalidValue(field, "range");
    }
  }

  private static void expectRange(String field, Integer value, int most) {
    if (value != null && (value < 0 || value > most)) {
      throw new InvalidValue(field, "range");
    }
  }
}

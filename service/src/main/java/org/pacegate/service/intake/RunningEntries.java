package org.pacegate.service.intake;

import static org.pacegate.domain.injury.RunningHabits.MOST_KM;
import static org.pacegate.domain.injury.RunningHabits.MOST_METRES;
import static org.pacegate.domain.injury.RunningHabits.MOST_SESSIONS;
import static org.pacegate.domain.injury.RunningHabits.MOST_SHOE_KM;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pacegate.domain.injury.RunningHabits;
import org.pacegate.domain.intake.IntakeStep;

/** How somebody runs, as it was typed. */
final class RunningEntries {

  /** A plain number, with a point or a comma; nothing that a computer alone would write. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}([.,]\\d{1,6})?");

  private final Entries entries;

  RunningEntries(Entries entries) {
    this.entries = entries;
  }

  /** The habits, if nothing about them is wrong; all of it may be left out. */
  Optional<RunningHabits> habits() {
    BigDecimal kmPerWeek = amount("running.kmPerWeek", MOST_KM);
    Integer sessions = whole("running.sessionsPerWeek", MOST_SESSIONS);
    BigDecimal longest = amount("running.longestRunKm", MOST_KM);
    Integer ascent = whole("running.ascent", MOST_METRES);
    Integer descent = whole("running.descent", MOST_METRES);
    Integer shoeKm = whole("running.shoeKm", MOST_SHOE_KM);
    Integer other = whole("running.crossTraining", MOST_SESSIONS);
    Optional<RunningHabits> habits =
        entries.built(
            IntakeStep.RUNNING,
            name -> "running." + name,
            () ->
                new RunningHabits(
                    kmPerWeek,
                    sessions,
                    longest,
                    ascent,
                    descent,
                    entries.text("running.surfaces"),
                    entries.text("running.shoes"),
                    shoeKm,
                    other));
    return habits.filter(
        read -> entries.problems().stream().noneMatch(each -> each.step() == IntakeStep.RUNNING));
  }

  private BigDecimal amount(String field, int most) {
    String typed = entries.text(field);
    if (typed == null) {
      return null;
    }
    if (!NUMBER.matcher(typed).matches()) {
      entries.problem(IntakeStep.RUNNING, field, "noNumber");
      return null;
    }
    BigDecimal value = new BigDecimal(typed.replace(',', '.'));
    if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      entries.problem(IntakeStep.RUNNING, field, "range");
      return null;
    }
    return value;
  }

  private Integer whole(String field, int most) {
    BigDecimal value = amount(field, most);
    if (value == null) {
      return null;
    }
    if (value.stripTrailingZeros().scale() > 0) {
      entries.problem(IntakeStep.RUNNING, field, "noWholeNumber");
      return null;
    }
    return value.intValueExact();
  }
}

package org.pacegate.domain.screening;

import java.util.List;
import java.util.Map;
import org.pacegate.domain.screening.DangerTimes.Limits;
import org.pacegate.domain.screening.Parameter.Unit;
import org.pacegate.domain.shared.InvalidValue;

/**
 * The deadlines of docs/clinical-basis.md 1.1 as parameters: proposals [D] that a clinic may move
 * within bounds, so that no emergency waits for a week (R1.100). The database holds the same bounds
 * ({@code deadline_bounds}).
 */
public final class Deadlines {

  /** The set that a clinic drafts and signs them as, and its version. */
  public static final String SET = "deadlines";

  public static final int VERSION = 1;

  private static final String EMERGENCY_TAKEN_OVER = "deadline.emergency.taken-over";
  private static final String EMERGENCY_DECIDED = "deadline.emergency.decided";
  private static final String SAME_DAY_TAKEN_OVER = "deadline.same-day.taken-over";
  private static final String SAME_DAY_DECIDED = "deadline.same-day.decided";
  private static final String URGENT_TAKEN_OVER = "deadline.urgent.taken-over";
  private static final String URGENT_DECIDED = "deadline.urgent.decided";

  /** As shipped, with what a clinic may sign. */
  public static final Parameters SHIPPED =
      new Parameters(
          List.of(
              new Parameter(EMERGENCY_TAKEN_OVER, Unit.MINUTES, 15, 5, 30),
              new Parameter(EMERGENCY_DECIDED, Unit.MINUTES, 60, 15, 240),
              new Parameter(SAME_DAY_TAKEN_OVER, Unit.HOURS, 4, 1, 8),
              new Parameter(SAME_DAY_DECIDED, Unit.HOURS, 24, 4, 24),
              new Parameter(URGENT_TAKEN_OVER, Unit.WORKING_DAYS, 1, 1, 3),
              new Parameter(URGENT_DECIDED, Unit.DAYS, 14, 7, 14)));

  /** What holds until a clinic decides otherwise. */
  public static final DangerTimes PROPOSED = times(SHIPPED);

  /** The latest that a clinic may sign. */
  public static final DangerTimes LATEST =
      times(new Parameters(SHIPPED.all().stream().map(each -> each.at(each.max())).toList()));

  private Deadlines() {}

  /**
   * The times with these values, by name; those not named are as shipped.
   *
   * @throws IllegalArgumentException for an unknown name or a value outside its bounds
   */
  public static DangerTimes with(Map<String, Integer> values) {
    return times(SHIPPED.with(values));
  }

  /**
   * Refuses a decision that is due before anybody has to have taken the danger over: it would pass
   * unseen.
   *
   * @throws InvalidValue {@code order} for the decision
   */
  static void expectInOrder(Parameters at) {
    expectInOrder(at, EMERGENCY_TAKEN_OVER, EMERGENCY_DECIDED);
    expectInOrder(at, SAME_DAY_TAKEN_OVER, SAME_DAY_DECIDED);
  }

  private static void expectInOrder(Parameters at, String takenOver, String decided) {
    if (at.expect(decided).duration().compareTo(at.expect(takenOver).duration()) < 0) {
      throw new InvalidValue(decided, "order");
    }
  }

  private static DangerTimes times(Parameters at) {
    return new DangerTimes(
        new Limits(
            at.expect(EMERGENCY_TAKEN_OVER).duration(), at.expect(EMERGENCY_DECIDED).duration()),
        new Limits(
            at.expect(SAME_DAY_TAKEN_OVER).duration(), at.expect(SAME_DAY_DECIDED).duration()),
        at.expect(URGENT_TAKEN_OVER).value(),
        at.expect(URGENT_DECIDED).duration());
  }
}

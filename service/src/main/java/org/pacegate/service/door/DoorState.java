package org.pacegate.service.door;

import java.util.List;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.intake.FieldProblem;
import org.pacegate.service.intake.IntakeView;

/** How it stands behind a runner's door. */
public sealed interface DoorState {

  /** Name of the clinic. */
  String clinicName();

  boolean demonstration();

  /** It is being filled in on another device; nothing of it is shown here. */
  record Elsewhere(String clinicName, boolean demonstration) implements DoorState {}

  /**
   * It is being filled in here.
   *
   * @param problems what keeps it from being sent
   */
  record Open(
      String clinicName, boolean demonstration, IntakeView intake, List<FieldProblem> problems)
      implements DoorState {

    public Open {
      problems = List.copyOf(problems);
    }
  }

  /**
   * The kiosk has ended that it was filled in at. What is on its way is kept; nothing is shown.
   *
   * @param intake what the answers belong to
   */
  record Ending(String clinicName, boolean demonstration, IntakeView intake) implements DoorState {}

  /**
   * It was sent; nothing of the answers is shown any more.
   *
   * @param urgency what was found in them; null for nothing
   */
  record Sent(String clinicName, boolean demonstration, Urgency urgency) implements DoorState {}
}

package org.pacegate.service.intake;

import java.util.List;

/**
 * What came of saving.
 *
 * @param view the intake as it stands now
 * @param conflicts fields that were not saved because somebody else changed them
 */
public record SavedIntake(IntakeView view, List<EntryConflict> conflicts) {

  public SavedIntake {
    conflicts = List.copyOf(conflicts);
  }
}

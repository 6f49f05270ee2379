package org.pacegate.service.door;

import java.time.Instant;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.service.intake.IntakeDraftRow.Reached;

/**
 * A runner whom the kiosks let in today.
 *
 * @param patientId the known patient, or null
 * @param putBy who put them on the list
 */
public record ExpectedRow(
    long intakeId,
    Long patientId,
    String familyName,
    String givenName,
    IntakeState state,
    Reached reached,
    String putBy,
    Instant putAt) {

  /** Whether a kiosk lets them in. */
  public boolean isAwaited() {
    return state == IntakeState.DRAFT;
  }
}

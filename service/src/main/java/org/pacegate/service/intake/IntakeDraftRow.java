package org.pacegate.service.intake;

import java.time.Instant;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.intake.IntakeStep;

/**
 * One unfinished intake: whose it is as far as that was typed, how far it is, who began it.
 *
 * @param step where it was left
 * @param patientId the known patient, or null
 */
public record IntakeDraftRow(
    long intakeId,
    String familyName,
    String givenName,
    IntakeStep step,
    Instant startedAt,
    Instant savedAt,
    String startedBy,
    Long patientId,
    Reached reached) {

  /**
   * How far it is (R4.102).
   *
   * @param door where it was last worked on
   * @param asked 0 while nothing was answered
   */
  public record Reached(Door door, int answered, int asked) {}
}

package org.pacegate.service.shared;

import java.time.ZoneId;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.patient.Language;

/**
 * A runner at a door of their own, in which clinic, and the one intake that they may touch.
 *
 * @param language the clinic's
 * @param linkId the link that was opened; null at a kiosk
 * @param shown false once the kiosk has ended that it was opened at: what is on its way is kept,
 *     and nothing is shown
 * @param current whether this device is the one that the intake is filled in on now
 * @param policy who may diagnose in the clinic
 */
public record DoorVisit(
    long clinicId,
    String clinicName,
    ZoneId zone,
    boolean demonstration,
    Language language,
    long sessionId,
    Long linkId,
    long intakeId,
    Door door,
    boolean current,
    boolean shown,
    DiagnosisPolicy policy) {

  /** How the audit names who acted. */
  public String inAudit() {
    return "door " + door + (linkId == null ? ", session " + sessionId : ", link " + linkId);
  }
}

package org.pacegate.web.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.door.KioskVisit;

/** What the pages of a tablet show beside the form. */
@Named
@RequestScoped
public class KioskPage {

  private KioskVisit visit;
  private boolean here;
  private Urgency found;
  private boolean runner;
  private boolean fresh;
  private boolean toDesk;
  private boolean wrongPin;

  void at(KioskVisit kiosk) {
    visit = kiosk;
    here = true;
  }

  /** It has ended; this was found in what was on its way. */
  void ended(Urgency urgency) {
    here = true;
    found = urgency;
  }

  /** A runner is at it. */
  void withRunner() {
    runner = true;
  }

  /** The start page, perhaps after somebody was turned away. */
  void starting(boolean turnedAway) {
    toDesk = turnedAway;
    fresh = !turnedAway;
  }

  void leaving(boolean wrong) {
    wrongPin = wrong;
  }

  /** Whether the page is one of a kiosk. */
  public boolean isHere() {
    return here;
  }

  /** Whether it has ended, so that nobody goes on with the questions. */
  public boolean isOver() {
    return here && visit == null;
  }

  String getClinicName() {
    return visit == null ? "Pacegate" : visit.clinicName();
  }

  boolean isDemonstration() {
    return visit != null && visit.demonstration();
  }

  /** What was found in answers that are not shown; null for nothing. */
  Urgency getFound() {
    return found;
  }

  public boolean isRunner() {
    return runner;
  }

  public boolean isToDesk() {
    return toDesk;
  }

  public boolean isWrongPin() {
    return wrongPin;
  }

  /** Seconds after which the page goes to the start by itself; 0 for the start itself. */
  public int getIdleSeconds() {
    return visit == null || fresh ? 0 : visit.idleSeconds();
  }

  /** Without script, a little after the server has closed. */
  public int getRefreshSeconds() {
    return getIdleSeconds() + 1;
  }
}

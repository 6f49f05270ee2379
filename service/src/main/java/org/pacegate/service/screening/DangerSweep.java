package org.pacegate.service.screening;

import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Escalates, every few seconds and in every clinic, the dangers whose deadline passed. The
 * deadlines are rows, so a restart forgets none, and a pass that did not run is made up for by the
 * next one.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DangerSweep {

  private static final Logger LOG = System.getLogger(DangerSweep.class.getName());

  @Inject private Clock clock;
  @Inject private DangerEscalation escalation;

  @DenyAll
  @Schedule(
      hour = "*",
      minute = "*",
      second = "*/10",
      persistent = false,
      info = "escalate dangers that nobody dealt with in time")
  public void sweep() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (long clinic : escalation.clinicsDue(now)) {
      try {
        escalation.inClinic(clinic, now);
      } catch (RuntimeException e) {
        // One clinic's trouble must not silence the others'; the next pass tries again.
        LOG.log(Level.ERROR, "danger.notEscalated clinic=" + clinic, e);
      }
    }
  }
}

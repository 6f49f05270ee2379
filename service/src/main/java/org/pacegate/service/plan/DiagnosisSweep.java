package org.pacegate.service.plan;

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
import java.util.function.Supplier;

/**
 * Suspends, every minute and in every clinic, plans whose diagnosis carried them until yesterday.
 * The days are in rows, so a restart forgets none (decision 0016).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DiagnosisSweep {

  private static final Logger LOG = System.getLogger(DiagnosisSweep.class.getName());

  @Inject private Clock clock;
  @Inject private DiagnosisLimits limits;

  @DenyAll
  @Schedule(
      hour = "*",
      minute = "*",
      second = "40",
      persistent = false,
      info = "suspend plans whose diagnosis no longer carries them")
  public void sweep() {
    keep(limits, this::now);
  }

  /** The work of one pass; each call of the limits is a transaction of its own. */
  static void keep(DiagnosisLimits limits, Supplier<Instant> now) {
    for (long clinic : limits.clinicsDue(now.get())) {
      try {
        inBatches(limits, clinic, now);
      } catch (RuntimeException e) {
        // One clinic's trouble must not silence the others'; the next pass tries again.
        LOG.log(Level.ERROR, "diagnosis.limitNotKept clinic=" + clinic, e);
        oneByOne(limits, clinic, now);
      }
    }
  }

  private static void inBatches(DiagnosisLimits limits, long clinic, Supplier<Instant> now) {
    int suspended;
    do {
      suspended = limits.inClinic(clinic, now.get());
    } while (suspended >= DiagnosisLimits.BATCH);
  }

  /** Nor must one patient's trouble hold up the others of the clinic. */
  private static void oneByOne(DiagnosisLimits limits, long clinic, Supplier<Instant> now) {
    try {
      for (long patient : limits.patientsDue(clinic, now.get())) {
        alone(limits, clinic, patient, now.get());
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "diagnosis.limitNotKept clinic=" + clinic, e);
    }
  }

  private static void alone(DiagnosisLimits limits, long clinic, long patient, Instant now) {
    try {
      limits.ofPatient(clinic, patient, now);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "diagnosis.limitNotKept patient=" + patient, e);
    }
  }

  /** Asked anew for each transaction: the database takes no step that is minutes old. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

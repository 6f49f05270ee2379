package org.pacegate.service.referral;

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
 * Ends, every minute and in every clinic, the referrals whose time ran out. The times are rows, so
 * a restart forgets none (decision 0016).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReferralSweep {

  private static final Logger LOG = System.getLogger(ReferralSweep.class.getName());

  @Inject private Clock clock;
  @Inject private ReferralExpiry expiry;

  @DenyAll
  @Schedule(
      hour = "*",
      minute = "*",
      second = "25",
      persistent = false,
      info = "end referrals that nobody answered in time")
  public void sweep() {
    for (long clinic : expiry.clinicsDue(now())) {
      try {
        int ended;
        do {
          ended = expiry.inClinic(clinic, now());
        } while (ended >= ReferralExpiry.BATCH);
      } catch (RuntimeException e) {
        // One clinic's trouble must not silence the others'; the next pass tries again.
        LOG.log(Level.ERROR, "referral.notExpired clinic=" + clinic, e);
      }
    }
  }

  /** Asked anew for each transaction: the database takes no step that is minutes old. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

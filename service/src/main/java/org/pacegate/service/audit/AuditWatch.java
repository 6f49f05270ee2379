package org.pacegate.service.audit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Verifies the audit after every start and every night, and says in the log what it found. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditWatch {

  private static final Logger LOG = System.getLogger(AuditWatch.class.getName());
  private static final Duration AFTER_START = Duration.ofSeconds(20);

  @Resource private TimerService timers;
  @Inject private ChainCheck check;

  /** Later, so that the server is ready first. */
  @PostConstruct
  void verifySoon() {
    timers.createSingleActionTimer(
        AFTER_START.toMillis(), new TimerConfig("verify the audit after the start", false));
  }

  @Timeout
  @DenyAll
  @Schedule(hour = "3", minute = "20", persistent = false, info = "verify the audit")
  public void verify() {
    try {
      report(check.verify());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "audit.notVerified", e);
    }
  }

  private static void report(AuditVerdict verdict) {
    verdict
        .firstBreak()
        .ifPresentOrElse(
            found -> LOG.log(Level.ERROR, "audit.broken " + found),
            () ->
                LOG.log(
                    Level.INFO,
                    "audit.whole seals={0} pending={1}",
                    verdict.seals(),
                    verdict.pendingEvents()));
  }
}

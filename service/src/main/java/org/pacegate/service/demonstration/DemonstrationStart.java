package org.pacegate.service.demonstration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.pacegate.service.clinic.ClinicRegistration;

/**
 * Loads the demonstration at the first start, when the operator asked for it, and knows from then
 * on whether there is one. The first administrator's start waits for this one and then finds
 * clinics.
 */
@Singleton
@Startup
@DependsOn("RuleSets")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemonstrationStart {

  private static final System.Logger LOG = System.getLogger(DemonstrationStart.class.getName());

  @Inject private ClinicRegistration clinics;
  @Inject private Demonstration demonstration;

  private boolean loaded;

  @PostConstruct
  void loadOnce() {
    boolean asked = Boolean.parseBoolean(System.getenv("PACEGATE_DEMONSTRATION"));
    if (asked && clinics.isFirst()) {
      load();
    }
    loaded = isHeld(asked);
  }

  /** A server starts before its database, too, and is not ready then. */
  private boolean isHeld(boolean asked) {
    try {
      return clinics.holdsDemonstration();
    } catch (RuntimeException unanswered) {
      LOG.log(
          System.Logger.Level.WARNING,
          "whether there is a demonstration is not known, taken as {0}",
          asked);
      return asked;
    }
  }

  /** Whether this server shows made-up runners to anybody. Asks no database. */
  @PermitAll
  @Lock(LockType.READ)
  public boolean isLoaded() {
    return loaded;
  }

  private void load() {
    long begun = System.nanoTime();
    int runners = demonstration.load();
    LOG.log(
        System.Logger.Level.INFO,
        "demonstration loaded: {0} runners in {1} ms",
        runners,
        (System.nanoTime() - begun) / 1_000_000);
  }
}

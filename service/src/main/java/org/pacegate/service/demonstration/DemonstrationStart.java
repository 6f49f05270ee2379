package org.pacegate.service.demonstration;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.pacegate.service.clinic.ClinicRegistration;

/**
 * Loads the demonstration at the first start, when the operator asked for it. The first
 * administrator's start waits for this one and then finds clinics.
 */
@Singleton
@Startup
@DependsOn("RuleSets")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemonstrationStart {

  private static final System.Logger LOG = System.getLogger(DemonstrationStart.class.getName());

  @Inject private ClinicRegistration clinics;
  @Inject private Demonstration demonstration;

  @PostConstruct
  void loadOnce() {
    if (!Boolean.parseBoolean(System.getenv("PACEGATE_DEMONSTRATION")) || !clinics.isFirst()) {
      return;
    }
    long begun = System.nanoTime();
    int runners = demonstration.load();
    LOG.log(
        System.Logger.Level.INFO,
        "demonstration loaded: {0} runners in {1} ms",
        runners,
        (System.nanoTime() - begun) / 1_000_000);
  }
}

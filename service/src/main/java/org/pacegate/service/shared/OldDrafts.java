package org.pacegate.service.shared;

import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

/**
 * Forgets what somebody typed into a form long ago and never sent: clinical words that are nobody's
 * record (R0.12).
 */
@Stateless
public class OldDrafts {

  /** Longer than any holiday; what was meant to be signed has been typed anew by then. */
  static final Duration KEPT = Duration.ofDays(60);

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private Clock clock;

  @DenyAll
  @Schedule(hour = "4", minute = "40", persistent = false, info = "forget old drafts of forms")
  public void forget() {
    em.createNativeQuery("select forget_drafts(?1)")
        .setParameter(1, Timestamp.from(clock.instant().minus(KEPT)))
        .getSingleResult();
  }
}

package org.pacegate.service.audit;

import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Seals finished events every few seconds and anchors every link (R9.3, R9.4). A pass that fails is
 * made up for by the next one; on several servers the database lets one at a time seal.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditSealer {

  private static final Logger LOG = System.getLogger(AuditSealer.class.getName());

  private SealedChain chain;
  private AuditAnchor anchor;
  private Long anchored;

  /** For the container, which calls no other. */
  public AuditSealer() {}

  @Inject
  AuditSealer(SealedChain chain, AuditAnchor anchor) {
    this.chain = chain;
    this.anchor = anchor;
  }

  @DenyAll
  @Schedule(
      hour = "*",
      minute = "*",
      second = "*/5",
      persistent = false,
      info = "seal and anchor audit events")
  public void seal() {
    try {
      chain.sealFinishedEvents();
    } catch (IllegalStateException e) {
      LOG.log(Level.ERROR, "audit.notSealed", e);
      return;
    }
    try {
      anchorNewLinks();
    } catch (IOException e) {
      LOG.log(Level.ERROR, "audit.notAnchored anchor=" + anchor, e);
    }
  }

  private void anchorNewLinks() throws IOException {
    if (anchored == null) {
      // An anchor that cannot be read back gets the last link again.
      anchored = anchor.head().orElseGet(() -> Math.max(0, chain.head() - 1));
    }
    for (List<Seal> next = chain.sealsAfter(anchored);
        !next.isEmpty();
        next = chain.sealsAfter(anchored)) {
      anchor.append(next);
      anchored = next.get(next.size() - 1).no();
    }
  }
}

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
import java.time.Clock;
import java.util.List;
import java.util.Optional;

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
  private AnchoredFrom from;
  private Clock clock;
  private Long anchored;
  private boolean saidSo;

  /** For the container, which calls no other. */
  public AuditSealer() {}

  @Inject
  AuditSealer(SealedChain chain, AuditAnchor anchor, AnchoredFrom from, Clock clock) {
    this.chain = chain;
    this.anchor = anchor;
    this.from = from;
    this.clock = clock;
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

  /**
   * Whether a newly started server finds an anchor that lacks links it must have had. One that
   * remembers nothing is not filled again: whoever removed it would have a false one made for them.
   */
  private boolean isLeftBehind(long head, long last) throws IOException {
    boolean overdue =
        chain.sealsAfter(last).stream().findFirst().filter(this::isOverdue).isPresent();
    if (overdue && !saidSo) {
      String what = head == 0 ? "audit.anchorMissing" : "audit.anchorLate";
      LOG.log(Level.ERROR, what + " anchor=" + anchor + " after=" + last);
      saidSo = true;
    }
    return overdue && head == 0;
  }

  private boolean isOverdue(Seal seal) {
    return ChainCheck.isOverdue(seal, clock);
  }

  private void anchorNewLinks() throws IOException {
    if (anchored == null) {
      Optional<Long> head = anchor.head();
      // An anchor that cannot be read back gets the last link again.
      long last = Math.max(from.no() - 1, head.orElseGet(() -> Math.max(0, chain.head() - 1)));
      if (head.isPresent() && isLeftBehind(head.get(), last)) {
        return;
      }
      anchored = last;
    }
    for (List<Seal> next = chain.sealsAfter(anchored);
        !next.isEmpty();
        next = chain.sealsAfter(anchored)) {
      anchor.append(next);
      anchored = next.get(next.size() - 1).no();
    }
  }
}

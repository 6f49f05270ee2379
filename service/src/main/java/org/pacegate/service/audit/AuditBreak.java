package org.pacegate.service.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * The first thing in the audit that is not as it was sealed.
 *
 * @param eventId the event, or null when it is a seal
 * @param sealNo the seal that is broken or that shows it
 * @param sealedAt when that seal was made, as far as it is known
 */
public record AuditBreak(Kind kind, Long eventId, Long sealNo, Instant sealedAt) {

  /** What happened to it. */
  public enum Kind {
    /** A value or the time is another. */
    EVENT_CHANGED,
    EVENT_MISSING,
    /** It was not there when its neighbours were sealed. */
    EVENT_FORGED,
    /** Sealed with a time before its seal began; or the clock was set back. */
    EVENT_BACKDATED,
    SEAL_CHANGED,
    SEAL_MISSING,
    /** Anchored, but the chain ends before it. */
    TAIL_CUT,
    /** The chain is whole, but it is not the one that was anchored. */
    CHAIN_REPLACED,
    /** The chain has links, and the anchor remembers none. */
    ANCHOR_MISSING,
    /** The anchor does not remember a link that it should. */
    ANCHOR_GAP
  }

  /** How a seal that was anchored differs from the chain, if it does. */
  static Optional<AuditBreak> between(Seal anchored, Seal inChain) {
    if (inChain != null && anchored.hash().equals(inChain.hash())) {
      return Optional.empty();
    }
    Kind kind = inChain == null ? Kind.TAIL_CUT : Kind.CHAIN_REPLACED;
    return Optional.of(new AuditBreak(kind, null, anchored.no(), anchored.at()));
  }
}

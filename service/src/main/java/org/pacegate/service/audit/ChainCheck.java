package org.pacegate.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recomputes the whole audit and compares it with the anchor (R9.5). */
@ApplicationScoped
class ChainCheck {

  private SealedChain chain;
  private AuditAnchor anchor;
  private Clock clock;

  protected ChainCheck() {}

  @Inject
  ChainCheck(SealedChain chain, AuditAnchor anchor, Clock clock) {
    this.chain = chain;
    this.anchor = anchor;
    this.clock = clock;
  }

  AuditVerdict verify() {
    // Read before the chain: a link made meanwhile is in the chain first and in the anchor later.
    Optional<List<Seal>> anchored = anchored();
    Optional<AuditBreak> inside = chain.firstBreak();
    Map<Long, String> hashes = chain.hashes();
    Optional<AuditBreak> outside =
        anchored.flatMap(
            seals ->
                seals.stream()
                    .flatMap(seal -> AuditBreak.between(seal, hashes.get(seal.no())).stream())
                    .findFirst());
    SealedChain.Pending pending = chain.pending();
    return new AuditVerdict(
        worse(inside, outside),
        hashes.size(),
        pending.events(),
        pending.since(),
        anchored.isPresent(),
        clock.instant());
  }

  /** A time that is only out of order never hides a chain that was cut. */
  private static Optional<AuditBreak> worse(
      Optional<AuditBreak> inside, Optional<AuditBreak> outside) {
    boolean onlyOutOfOrder =
        inside.filter(found -> found.kind() == AuditBreak.Kind.EVENT_BACKDATED).isPresent();
    return inside.isEmpty() || (onlyOutOfOrder && outside.isPresent()) ? outside : inside;
  }

  private Optional<List<Seal>> anchored() {
    try {
      return anchor.seals();
    } catch (IOException e) {
      throw new UncheckedIOException("The audit's anchor cannot be read", e);
    }
  }
}

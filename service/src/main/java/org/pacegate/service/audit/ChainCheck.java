package org.pacegate.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Recomputes the whole audit and compares it with the anchor (R9.5). */
@ApplicationScoped
class ChainCheck {

  private static final Duration ANCHORED_WITHIN = Duration.ofMinutes(10);

  private SealedChain chain;
  private AuditAnchor anchor;
  private AnchoredFrom from;
  private Clock clock;

  protected ChainCheck() {}

  @Inject
  ChainCheck(SealedChain chain, AuditAnchor anchor, AnchoredFrom from, Clock clock) {
    this.chain = chain;
    this.anchor = anchor;
    this.from = from;
    this.clock = clock;
  }

  AuditVerdict verify() {
    // Read before the chain: a link made meanwhile is in the chain first and in the anchor later.
    Optional<List<Seal>> anchored = anchored();
    Optional<AuditBreak> inside = chain.firstBreak();
    SortedMap<Long, Seal> links = chain.seals();
    Optional<AuditBreak> outside =
        anchored.flatMap(seals -> different(seals, links).or(() -> missing(seals, links)));
    SealedChain.Pending pending = chain.pending();
    return new AuditVerdict(
        worse(inside, outside),
        links.size(),
        pending.events(),
        pending.since(),
        anchored.isPresent(),
        clock.instant());
  }

  private static Optional<AuditBreak> different(List<Seal> anchored, Map<Long, Seal> links) {
    return anchored.stream()
        .flatMap(seal -> AuditBreak.between(seal, links.get(seal.no())).stream())
        .findFirst();
  }

  /**
   * The first link that the anchor should remember and does not; the newest may be on their way.
   */
  private Optional<AuditBreak> missing(List<Seal> anchored, SortedMap<Long, Seal> links) {
    Set<Long> remembered = anchored.stream().map(Seal::no).collect(Collectors.toSet());
    AuditBreak.Kind kind =
        anchored.isEmpty() ? AuditBreak.Kind.ANCHOR_MISSING : AuditBreak.Kind.ANCHOR_GAP;
    return links.tailMap(from.no()).values().stream()
        .filter(seal -> !remembered.contains(seal.no()) && isOverdue(seal, clock))
        .map(seal -> new AuditBreak(kind, null, seal.no(), seal.at()))
        .findFirst();
  }

  /** Whether a link is so old that it has been anchored, if nothing is wrong. */
  static boolean isOverdue(Seal seal, Clock clock) {
    return seal.at().isBefore(clock.instant().minus(ANCHORED_WITHIN));
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

package org.pacegate.service.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param firstBreak nothing when the whole audit is as it was sealed
 * @param seals links of the chain
 * @param pendingEvents events that no seal covers yet
 * @param pendingSince time of the oldest of them
 * @param anchored whether the chain was compared with an anchor that can be read back
 */
public record AuditVerdict(
    Optional<AuditBreak> firstBreak,
    long seals,
    long pendingEvents,
    Optional<Instant> pendingSince,
    boolean anchored,
    Instant verifiedAt) {

  public boolean isWhole() {
    return firstBreak.isEmpty();
  }
}

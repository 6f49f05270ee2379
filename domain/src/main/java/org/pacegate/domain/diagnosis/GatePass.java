package org.pacegate.domain.diagnosis;

import java.time.Instant;

/**
 * Proof that the gate was asked and is open. Only an allowing {@link GateDecision} makes one, and
 * no plan starts or resumes without it. Good for the transaction it was given in.
 */
public final class GatePass {

  private final GateDecision decision;

  GatePass(GateDecision decision) {
    this.decision = decision;
  }

  public long decisionId() {
    return decision.id();
  }

  public long episodeId() {
    return decision.episodeId();
  }

  public long diagnosisId() {
    return decision.diagnosisId().orElseThrow();
  }

  public Instant givenAt() {
    return decision.askedAt();
  }
}

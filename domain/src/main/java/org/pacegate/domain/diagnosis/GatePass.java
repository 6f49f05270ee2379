package org.pacegate.domain.diagnosis;

import java.util.Set;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * Proof that the gate was asked and is open. Only an allowing {@link GateDecision} makes one, and
 * no plan starts or resumes without it. Good for whoever asked, for what was asked, on that
 * episode, in the transaction it was given in.
 */
public final class GatePass {
  private final GateDecision decision;

  GatePass(GateDecision decision) {
    this.decision = decision;
  }

  /**
   * Refuses a proof from another occasion.
   *
   * @throws DomainRefusal {@code gate.stalePass} for one of another transaction or person, or one
   *     that was never recorded; {@code gate.otherPlan} for one that was asked for another plan
   */
  public void expectGoodFor(PlanIntent intent, Attribution now) {
    boolean fresh =
        decision.id() != null
            && decision.askedAt().equals(now.at())
            && decision.askedBy() == now.by();
    expect(fresh, "gate.stalePass");
    expect(intent.equals(decision.intent()), "gate.otherPlan");
  }

  private void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw new DomainRefusal(otherwise, "decision " + decision.id());
    }
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

  /** The roles that were asked for. */
  public Set<Role> authorRoles() {
    return decision.authorRoles();
  }
}

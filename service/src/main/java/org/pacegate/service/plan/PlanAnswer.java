package org.pacegate.service.plan;

import java.util.Set;
import org.pacegate.domain.diagnosis.GateRefusal;

/** What the gate answered to somebody who wanted to treat. */
public sealed interface PlanAnswer {

  /** The plan is active. */
  record Active(long planId) implements PlanAnswer {}

  /** The gate is shut; the question is on record. */
  record Refused(Set<GateRefusal> reasons) implements PlanAnswer {

    public Refused {
      reasons = Set.copyOf(reasons);
    }
  }
}

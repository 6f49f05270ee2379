package org.pacegate.domain.plan;

/** Where a plan stands. */
public enum PlanState {
  ACTIVE,
  /** Paused by a clinician. */
  ON_HOLD,
  /** Stopped because what it rested on no longer holds. */
  SUSPENDED,
  COMPLETED,
  /** Replaced or withdrawn. */
  REVOKED;

  public boolean isOpen() {
    return this == ACTIVE || this == ON_HOLD || this == SUSPENDED;
  }
}

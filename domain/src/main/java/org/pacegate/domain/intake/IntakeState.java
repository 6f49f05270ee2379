package org.pacegate.domain.intake;

/** Whether an intake is still being written. */
public enum IntakeState {
  DRAFT,
  SUBMITTED,
  DISCARDED
}

package org.pacegate.domain.intake;

/** Whether an intake is still being written, and what became of it. */
public enum IntakeState {
  DRAFT,
  /** A runner sent it; it waits in the inbox, and its answers stay as they are. */
  RECEIVED,
  /** It is on record: it belongs to a patient and an episode. */
  SUBMITTED,
  /** Staff took nothing of what a runner sent into a record, with a reason. */
  REJECTED,
  DISCARDED;

  /** Whether nobody has made a record of it, or put it away. */
  public boolean isOpen() {
    return this == DRAFT || this == RECEIVED;
  }
}

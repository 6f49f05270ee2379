package org.pacegate.domain.diagnosis;

/** What somebody who doubts a diagnosis asks for. */
public enum ReviewKind {
  /** The diagnosis is looked at again, best by who signed it: the course does not fit it. */
  REVIEW,
  /** Another physician than the one who signed it says what they think. */
  SECOND_OPINION
}

package org.pacegate.domain.diagnosis;

/** Side that was measured. */
public enum FindingSide {
  LEFT,
  RIGHT,
  NONE
}

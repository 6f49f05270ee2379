package org.pacegate.domain.injury;

/** Laterality of a complaint. */
public enum Side {
  LEFT,
  RIGHT,
  BOTH,
  MIDLINE
}

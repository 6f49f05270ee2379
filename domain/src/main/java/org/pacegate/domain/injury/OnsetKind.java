package org.pacegate.domain.injury;

/** How it began. */
public enum OnsetKind {
  SUDDEN,
  GRADUAL,
  AFTER_FALL,
  UNKNOWN
}

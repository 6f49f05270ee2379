package org.pacegate.domain.patient;

/** Why somebody no longer goes by a name. */
public enum NameEnd {
  /** By marriage, by choice, by a court. */
  CHANGED,
  /** It had been taken down wrong. */
  CORRECTED,
  /** Another record of the same person had it. */
  MERGED
}

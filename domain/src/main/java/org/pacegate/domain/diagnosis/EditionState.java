package org.pacegate.domain.diagnosis;

/** How far a clinic has put an edition of its own to use. */
public enum EditionState {
  /** Loaded; no code of it can be chosen. */
  DRAFT,
  /** It has a first day; it is in force from then on until another edition begins. */
  ACTIVE,
  /** Taken back before its first day. */
  WITHDRAWN
}

package org.pacegate.domain.screening;

/** What a professional made of a red flag. */
public enum FlagState {
  /** Nobody has decided. */
  OPEN,
  /** It no longer stands against treatment here. */
  CLEARED,
  /** The danger is real. */
  CONFIRMED
}

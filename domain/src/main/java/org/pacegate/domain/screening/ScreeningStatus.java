package org.pacegate.domain.screening;

/** What the gate reads from a screening. Only NEGATIVE and POSITIVE_CLEARED let a plan start. */
public enum ScreeningStatus {
  /** An answer is missing that could still matter. */
  INCOMPLETE,
  /** Everything answered, nothing found that a professional has to clear. */
  NEGATIVE,
  /** A red flag is up and nobody has cleared it. */
  POSITIVE_OPEN,
  /** A professional cleared every red flag, with a reason. */
  POSITIVE_CLEARED
}

package org.pacegate.domain.message;

/** Why a message did not leave. */
public enum DeliveryProblem {
  /** The mail server will not take it, now or later: most often the address is wrong. */
  REFUSED,
  /** The mail server could not be reached, or asks to come back later. */
  UNREACHABLE
}

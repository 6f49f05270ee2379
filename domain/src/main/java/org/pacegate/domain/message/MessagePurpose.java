package org.pacegate.domain.message;

/** What a message is for. */
public enum MessagePurpose {
  /** The link of an intake. */
  INTAKE_LINK
}

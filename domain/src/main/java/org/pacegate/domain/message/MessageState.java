package org.pacegate.domain.message;

/** How far a message is. */
public enum MessageState {
  /** It waits for its next try. */
  QUEUED,
  /** The mail server took it. */
  SENT,
  /** It never left: the mail server refused it, or could not be reached for too long. */
  FAILED,
  /** What it was about fell away before it was sent. */
  CANCELLED
}

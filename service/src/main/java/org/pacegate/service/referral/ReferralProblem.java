package org.pacegate.service.referral;

/**
 * Where the loop of a referral is about to break, or has: what somebody at the clinic has to see to
 * now. The times are proposals [D]; an answer that lacks is named when three quarters of the time
 * to expire have passed (U0: 15 minutes, U1: 4 hours), or when the runner should have been seen.
 */
public enum ReferralProblem {
  /**
   * Drafted, and not sent until somebody must have acted: for one that no rule asked for 15
   * minutes, 4 hours or a day, by its urgency.
   */
  NOT_SENT,
  /** It came back, could not be sent, or nobody has sent it for an hour (U0: 15 minutes). */
  NOT_DELIVERED,
  NOT_RECEIVED,
  NOT_ACCEPTED,
  NOT_SCHEDULED,
  /** The runner did not come. */
  MISSED,
  /** The appointment is later than the runner should have been seen. */
  TOO_LATE,
  /**
   * The appointment was an hour ago (U2: 4 hours, U3: a day), and nobody knows what became of it.
   */
  NOT_SEEN,
  /** A week after the appointment, or a day at U0 and U1, there is no answer. */
  NO_RESULT,
  /** On hold, and the runner should have been seen by now, or it would have expired. */
  HELD,
  /** A clinician's own question; since its last step a diagnosis was confirmed. */
  TO_REVIEW
}

package org.pacegate.domain.referral;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far a referral has come clinically, as docs/clinical-basis.md 5.4 names it. How it reached
 * the recipient is a {@link DeliveryState}.
 */
public enum ReferralState {
  DRAFT,
  SENT,
  RECEIVED,
  ACCEPTED,
  SCHEDULED,
  /** The runner did not come. */
  NO_SHOW,
  /** The runner was seen; the answer is awaited. */
  IN_PROGRESS,
  ON_HOLD,
  COMPLETED,
  DECLINED,
  CANCELLED,
  EXPIRED,
  SUPERSEDED,
  ENTERED_IN_ERROR;

  private static final Set<ReferralState> OPEN = EnumSet.range(DRAFT, ON_HOLD);

  /** Whether somebody still has to do something about it. */
  public boolean isOpen() {
    return OPEN.contains(this);
  }
}

package org.pacegate.domain.referral;

/** How far a referral has come. */
public enum ReferralState {
  DRAFT,
  SENT,
  COMPLETED,
  CANCELLED;

  public boolean isOpen() {
    return this == DRAFT || this == SENT;
  }
}

package org.pacegate.domain.referral;

/** What a completed referral brought. It opens nothing by itself: the gate asks the record. */
public enum ReferralResult {
  DIAGNOSIS,
  FLAG_CLEARED,
  NO_DIAGNOSIS_FOUND
}

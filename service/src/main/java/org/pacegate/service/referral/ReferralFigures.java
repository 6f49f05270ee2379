package org.pacegate.service.referral;

import java.math.BigDecimal;

/**
 * How referrals to one target went. Times are medians in days, with one decimal, or null where no
 * referral has come so far; each is measured from one step to the next.
 *
 * @param target null for all targets together
 * @param sent how many were sent
 * @param completed how many came back with a result
 * @param open how many are still under way
 * @param missed how many had an appointment that the runner missed
 */
public record ReferralFigures(
    String target,
    int sent,
    int completed,
    int open,
    int declined,
    int expired,
    int missed,
    BigDecimal toReceived,
    BigDecimal toAccepted,
    BigDecimal toScheduled,
    BigDecimal toSeen,
    BigDecimal toResult,
    BigDecimal whole) {

  /** The share that came back with a result, in whole percent. */
  public int completedPercent() {
    return sent == 0 ? 0 : Math.toIntExact(Math.round(100.0 * completed / sent));
  }
}

package org.pacegate.service.referral;

import java.util.List;

/**
 * How the clinic's referrals went.
 *
 * @param figures all targets together first, then each by how many were sent; empty when none was
 * @param declines the newest that were declined
 */
public record ReferralYear(List<ReferralFigures> figures, List<DeclineLine> declines) {}

package org.pacegate.service.referral;

import java.time.Instant;

/**
 * A referral that was declined, and why.
 *
 * @param recipient whom it had gone to, or null for somebody who is not in the directory
 */
public record DeclineLine(
    long referralId, long patientId, Instant at, String target, String recipient, String reason) {}

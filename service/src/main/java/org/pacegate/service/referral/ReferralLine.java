package org.pacegate.service.referral;

import java.time.Instant;
import org.pacegate.domain.referral.ReferralState;

/**
 * A step of a referral.
 *
 * @param reason key of the web's words, or a person's own; may be null
 * @param by name of who took it, or null
 */
public record ReferralLine(ReferralState to, Instant at, String by, String reason) {}

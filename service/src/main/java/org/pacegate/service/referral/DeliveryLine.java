package org.pacegate.service.referral;

import java.time.Instant;
import org.pacegate.domain.referral.DeliveryState;

/**
 * A step of a referral on its way to the recipient.
 *
 * @param reason in a person's own words; may be null
 * @param by name of who recorded it, or null
 */
public record DeliveryLine(DeliveryState to, Instant at, String by, String reason) {}

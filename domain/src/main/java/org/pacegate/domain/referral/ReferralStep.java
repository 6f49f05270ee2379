package org.pacegate.domain.referral;

import java.util.Set;
import java.util.UUID;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.shared.Attribution;

/**
 * Somebody moves a referral.
 *
 * @param reason why, in their own words; null where none is needed
 * @param roles what they may do in the clinic
 * @param submissionKey of the form it came with, or null
 */
public record ReferralStep(String reason, Set<Role> roles, Attribution by, UUID submissionKey) {

  /** Characters of a reason. */
  public static final int LONGEST_REASON = 4_000;

  public ReferralStep {
    roles = Set.copyOf(roles);
  }
}

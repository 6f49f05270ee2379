package org.pacegate.domain.referral;

import java.util.Set;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.screening.Urgency;

/**
 * One legal step of a referral.
 *
 * @param from the state before, null when it begins
 * @param urgencies of which referrals
 * @param roles who may take it
 * @param nobody whether it may happen with nobody acting
 */
public record ReferralRule(
    ReferralState from,
    ReferralAction action,
    ReferralState to,
    Set<Urgency> urgencies,
    Set<Role> roles,
    boolean nobody) {

  public ReferralRule {
    urgencies = Set.copyOf(urgencies);
    roles = Set.copyOf(roles);
  }

  boolean is(ReferralState state, ReferralAction asked, Urgency urgency) {
    return from == state && action == asked && urgencies.contains(urgency);
  }

  /** Whether somebody with these roles may take it. */
  public boolean allows(Set<Role> held) {
    return held.stream().anyMatch(roles::contains);
  }
}

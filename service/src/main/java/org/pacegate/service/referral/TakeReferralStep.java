package org.pacegate.service.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.pacegate.domain.referral.ReferralAction;

/**
 * A referral takes a step that needs no more than a reason.
 *
 * @param version the version the referral was read at
 * @param key of the form, so that a second click takes no step twice
 */
public record TakeReferralStep(
    long referralId,
    long version,
    @NotNull ReferralAction action,
    @Size(max = 20_000) String reason,
    @NotNull UUID key) {

  @Override
  public String toString() {
    return "TakeReferralStep[referral " + referralId + " " + action + "]";
  }
}

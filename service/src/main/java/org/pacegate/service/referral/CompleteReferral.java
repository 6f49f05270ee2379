package org.pacegate.service.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.pacegate.domain.referral.ReferralResult;

/**
 * The answer is here.
 *
 * @param words what it says
 * @param version the version the referral was read at
 */
public record CompleteReferral(
    long referralId,
    long version,
    ReferralResult result,
    @Size(max = 20_000) String words,
    @NotNull UUID key) {

  @Override
  public String toString() {
    return "CompleteReferral[referral " + referralId + " " + result + "]";
  }
}

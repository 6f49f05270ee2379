package org.pacegate.service.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;

/**
 * Somebody else is asked in place of whom a referral asks, or the same more urgently.
 *
 * @param reason why, in the clinician's own words
 * @param version the version the referral was read at
 */
public record RedirectReferral(
    long referralId,
    long version,
    Target target,
    Urgency urgency,
    @Size(max = 20_000) String reason,
    @NotNull UUID key) {

  @Override
  public String toString() {
    return "RedirectReferral[referral " + referralId + " " + urgency + " " + target + "]";
  }
}

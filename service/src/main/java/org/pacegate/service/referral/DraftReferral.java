package org.pacegate.service.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;

/**
 * A clinician asks somebody outside.
 *
 * @param reason why, in the clinician's own words
 * @param key of the form, so that a second click asks nothing twice
 */
public record DraftReferral(
    long episodeId,
    Urgency urgency,
    Target target,
    @Size(max = 20_000) String reason,
    @NotNull UUID key) {

  @Override
  public String toString() {
    return "DraftReferral[episode " + episodeId + " " + urgency + " " + target + "]";
  }
}

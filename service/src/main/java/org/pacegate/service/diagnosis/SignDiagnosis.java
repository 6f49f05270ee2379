package org.pacegate.service.diagnosis;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.pacegate.domain.diagnosis.Measurement;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.BodySite;

/**
 * A diagnosis to be signed.
 *
 * @param revisesId the standing diagnosis it replaces, or null for the first
 * @param reviseReason why it is replaced, or null
 * @param code a code of the curated list
 * @param password the signer's own, asked again
 */
public record SignDiagnosis(
    long episodeId,
    Long revisesId,
    String reviseReason,
    @Size(max = 20) String code,
    @Size(max = 20_000) String words,
    BodySite bodySite,
    VerificationStatus certainty,
    @NotNull @Size(max = 20) List<Measurement> measurements,
    @Size(max = 1_000) String password,
    @NotNull UUID key) {

  @Override
  public String toString() {
    return "SignDiagnosis[episode " + episodeId + "]";
  }
}

package org.pacegate.domain.diagnosis;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.shared.InvalidValue;

/**
 * What a clinician is about to sign.
 *
 * @param code the code as it is listed; it is chosen when the diagnosis is signed
 * @param certainty provisional or confirmed, chosen by the clinician
 * @param submissionKey key of the form, so that a second click records nothing twice
 */
public record DiagnosisDraft(
    ListedCode code,
    String words,
    BodySite bodySite,
    VerificationStatus certainty,
    List<Measurement> measurements,
    UUID submissionKey) {

  public DiagnosisDraft {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(bodySite, "bodySite");
    measurements = List.copyOf(measurements);
    Set<String> measured = new HashSet<>();
    for (Measurement one : measurements) {
      if (!measured.add(one.test() + " " + one.side())) {
        throw new InvalidValue(one.test().name(), "twice");
      }
    }
  }
}

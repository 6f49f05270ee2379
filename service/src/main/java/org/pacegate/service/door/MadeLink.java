package org.pacegate.service.door;

import java.time.Instant;
import org.pacegate.domain.door.LinkPurpose;
import org.pacegate.domain.door.ResumeCode;
import org.pacegate.domain.patient.Language;

/**
 * A link as it is shown, once: nobody can read it again.
 *
 * @param token what stands in its address
 * @param familyName whose it is
 */
public record MadeLink(
    long linkId,
    long intakeId,
    LinkPurpose purpose,
    String token,
    ResumeCode code,
    String familyName,
    String givenName,
    Language language,
    Instant expiresAt) {

  @Override
  public String toString() {
    return "MadeLink[" + linkId + "]";
  }
}

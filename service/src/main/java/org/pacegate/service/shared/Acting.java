package org.pacegate.service.shared;

import java.time.ZoneId;
import java.util.Set;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.patient.Language;

/**
 * Who acts in this transaction, in which clinic.
 *
 * @param sessionEpoch sessions that were opened at a lower number have ended
 * @param policy who may diagnose in the clinic
 */
public record Acting(
    long clinicId,
    String clinicName,
    ZoneId zone,
    boolean demonstration,
    long practitionerId,
    String familyName,
    String givenName,
    long accountId,
    int sessionEpoch,
    boolean mustChangePassword,
    Language language,
    Set<Role> roles,
    DiagnosisPolicy policy) {

  public Acting {
    roles = Set.copyOf(roles);
  }
}

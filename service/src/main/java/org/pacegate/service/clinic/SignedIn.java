package org.pacegate.service.clinic;

import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.patient.Language;

/**
 * Who is signed in, as the account stands at this moment.
 *
 * @param timeZone the clinic's
 * @param sessionEpoch a session of another epoch has ended (R11.8)
 * @param mustChangePassword nothing is open but the change of the password (R11.7)
 */
public record SignedIn(
    String login,
    long accountId,
    long clinicId,
    String clinicName,
    ZoneId timeZone,
    boolean demonstration,
    long practitionerId,
    String familyName,
    String givenName,
    int sessionEpoch,
    boolean mustChangePassword,
    Language language,
    Set<Role> roles) {

  public SignedIn {
    roles = Set.copyOf(roles);
  }

  /** The role names the container knows the caller by: none before the password is an own one. */
  public Set<String> groups() {
    return mustChangePassword
        ? Set.of()
        : roles.stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
  }
}

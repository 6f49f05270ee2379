package org.pacegate.service.clinic;

import java.util.Set;
import org.pacegate.domain.clinic.Role;

/**
 * A person's account, as the administration lists it.
 *
 * @param own whether it is the caller's
 */
public record AccountLine(
    long accountId,
    long version,
    long practitionerId,
    String familyName,
    String givenName,
    String login,
    boolean disabled,
    boolean mustChangePassword,
    boolean own,
    Set<Role> roles) {

  public AccountLine {
    roles = Set.copyOf(roles);
  }
}

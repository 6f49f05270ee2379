package org.pacegate.service.clinic;

import java.util.Set;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.patient.Language;

/** A person begins to work at the clinic. */
public record OpenAccount(
    String familyName, String givenName, String login, Language language, Set<Role> roles) {}

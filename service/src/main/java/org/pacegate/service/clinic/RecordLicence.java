package org.pacegate.service.clinic;

import java.time.LocalDate;
import org.pacegate.domain.clinic.Profession;

/** An administrator saw a person's licence. */
public record RecordLicence(
    long practitionerId,
    Profession profession,
    String number,
    String authority,
    LocalDate validFrom,
    LocalDate validTo) {}

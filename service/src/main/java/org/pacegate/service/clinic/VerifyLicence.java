package org.pacegate.service.clinic;

import jakarta.validation.constraints.Size;

/**
 * An administrator has looked a licence up.
 *
 * @param version the version the licence was read at
 * @param how where it was looked up and what was seen
 */
public record VerifyLicence(long licenceId, long version, @Size(max = 5_000) String how) {}

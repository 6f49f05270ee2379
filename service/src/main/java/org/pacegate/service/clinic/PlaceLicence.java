package org.pacegate.service.clinic;

import jakarta.validation.constraints.Size;

/**
 * Where a licence gives its right, said for one that was recorded without.
 *
 * @param version the version the licence was read at
 * @param scope what it is limited to, or null
 */
public record PlaceLicence(
    long licenceId,
    long version,
    @Size(max = 100) String jurisdiction,
    @Size(max = 5_000) String scope) {}

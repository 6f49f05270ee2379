package org.pacegate.service.clinic;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * An administrator gives the clinic another name, clock or way to be reached.
 *
 * @param seen the profile that the administrator looked at
 * @param timeZone as the IANA database names it, for instance Europe/Madrid
 * @param phone or null
 * @param email or null
 * @param address or null
 */
public record ChangeProfile(
    @NotNull ClinicProfile seen,
    String name,
    String timeZone,
    @Size(max = 20_000) String phone,
    @Size(max = 20_000) String email,
    @Size(max = 20_000) String address) {}

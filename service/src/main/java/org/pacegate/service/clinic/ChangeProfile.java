package org.pacegate.service.clinic;

import jakarta.validation.constraints.NotNull;

/**
 * An administrator gives the clinic another name or clock.
 *
 * @param seen the profile that the administrator looked at
 * @param timeZone as the IANA database names it, for instance Europe/Madrid
 */
public record ChangeProfile(@NotNull ClinicProfile seen, String name, String timeZone) {}

package org.pacegate.service.clinic;

import java.time.ZoneId;

/**
 * What a clinic is called and which clock it keeps.
 *
 * @param timeZone decides which day it is: for licences, screenings and everything recorded
 */
public record ClinicProfile(String name, ZoneId timeZone) {}

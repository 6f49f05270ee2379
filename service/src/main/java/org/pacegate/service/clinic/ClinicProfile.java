package org.pacegate.service.clinic;

import java.time.ZoneId;

/**
 * What a clinic is called, which clock it keeps, and how it is reached by whoever answers a letter.
 *
 * @param timeZone decides which day it is: for licences, screenings and everything recorded
 * @param phone or null
 * @param email or null
 * @param address or null
 */
public record ClinicProfile(
    String name, ZoneId timeZone, String phone, String email, String address) {}

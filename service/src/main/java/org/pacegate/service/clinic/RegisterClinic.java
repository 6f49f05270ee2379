package org.pacegate.service.clinic;

import java.time.ZoneId;
import org.pacegate.domain.patient.Language;

/**
 * A clinic opens.
 *
 * @param jurisdiction whose law its professionals work under, as ISO 3166 code; empty if unknown
 */
public record RegisterClinic(
    String name, ZoneId timeZone, String jurisdiction, Language language, boolean demonstration) {}

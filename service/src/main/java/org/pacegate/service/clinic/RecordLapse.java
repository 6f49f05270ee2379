package org.pacegate.service.clinic;

import java.time.LocalDate;

/**
 * Somebody found out that a licence did not stand.
 *
 * @param version the version the licence was read at
 * @param from the first day without it
 */
public record RecordLapse(long licenceId, long version, LocalDate from, String reason) {}

package org.pacegate.service.referral;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * The runner has an appointment.
 *
 * @param appointment date and time on the clinic's clocks
 * @param version the version the referral was read at
 */
public record ScheduleReferral(
    long referralId, long version, LocalDateTime appointment, @NotNull UUID key) {}

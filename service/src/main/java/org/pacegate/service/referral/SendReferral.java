package org.pacegate.service.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A referral goes out with its letter.
 *
 * @param recipientId to whom of the directory, or null for somebody who is not in it
 * @param version the version the referral was read at
 * @param letter what is written beside the record
 * @param key of the form, so that a second click sends nothing twice
 */
public record SendReferral(
    long referralId,
    long version,
    Long recipientId,
    @NotNull @Valid LetterForm letter,
    @NotNull UUID key) {}

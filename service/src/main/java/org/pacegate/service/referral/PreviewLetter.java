package org.pacegate.service.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Somebody looks at the letter before it is sent.
 *
 * @param version the version the referral was read at
 * @param recipientId to whom of the directory, or null for somebody who is not in it
 * @param letter what is written beside the record
 */
public record PreviewLetter(
    long referralId, long version, Long recipientId, @NotNull @Valid LetterForm letter) {}

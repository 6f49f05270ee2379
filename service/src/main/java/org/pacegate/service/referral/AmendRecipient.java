package org.pacegate.service.referral;

import jakarta.validation.constraints.NotNull;

/**
 * What is known of somebody in the directory changes.
 *
 * @param version the version the form was filled from
 */
public record AmendRecipient(long recipientId, long version, @NotNull RecipientForm form) {}

package org.pacegate.service.referral;

/**
 * Nobody is sent there any longer.
 *
 * @param version the version that was shown
 */
public record RetireRecipient(long recipientId, long version) {}

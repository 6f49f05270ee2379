package org.pacegate.service.diagnosis;

/**
 * Who asked for a review takes it back.
 *
 * @param version the version the review was read at
 */
public record WithdrawReview(long reviewId, long version) {}

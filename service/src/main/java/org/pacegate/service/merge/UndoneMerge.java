package org.pacegate.service.merge;

/**
 * A merge that was taken back.
 *
 * @param survivorId the record that had gone on for both
 * @param plansLeftSuspended plans that the merge had suspended and that stay so, because what they
 *     rested on no longer holds
 */
public record UndoneMerge(long survivorId, int plansLeftSuspended) {}

package org.pacegate.service.plan;

/**
 * The plan is to go on.
 *
 * @param version the version the episode was read at
 */
public record ResumePlan(long episodeId, long version) {}

package org.pacegate.service.plan;

import jakarta.validation.constraints.Size;

/**
 * A plan is paused, or a course of care ends.
 *
 * @param version the version the episode was read at
 */
public record CareStep(long episodeId, long version, @Size(max = 20_000) String reason) {

  @Override
  public String toString() {
    return "CareStep[episode " + episodeId + "]";
  }
}

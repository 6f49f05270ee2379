package org.pacegate.service.plan;

import jakarta.validation.constraints.Size;

/**
 * Somebody else takes over.
 *
 * @param version the version the episode was read at
 * @param handOver to whom the red flags that stand are handed over; asked for only with one
 */
public record TransferCare(
    long episodeId,
    long version,
    @Size(max = 20_000) String reason,
    @Size(max = 20_000) String handOver) {

  @Override
  public String toString() {
    return "TransferCare[episode " + episodeId + "]";
  }
}

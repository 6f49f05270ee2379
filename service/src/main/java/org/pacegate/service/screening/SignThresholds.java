package org.pacegate.service.screening;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A draft of thresholds to be signed.
 *
 * @param effectiveFrom the first day it holds; today at the earliest
 * @param password the signer's own, asked again
 */
public record SignThresholds(
    long thresholdId, LocalDate effectiveFrom, @Size(max = 1_000) String password) {

  @Override
  public String toString() {
    return "SignThresholds[" + thresholdId + "]";
  }
}

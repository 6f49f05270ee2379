package org.pacegate.service.clinic;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A draft of a policy to be signed.
 *
 * @param effectiveFrom the first day it holds; tomorrow at the earliest
 * @param password the signer's own, asked again
 */
public record SignPolicy(
    long policyId, LocalDate effectiveFrom, @Size(max = 1_000) String password) {

  @Override
  public String toString() {
    return "SignPolicy[" + policyId + "]";
  }
}

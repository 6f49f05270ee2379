package org.pacegate.domain.diagnosis;

/** How certain a diagnosis is (FHIR Condition.verificationStatus). Chosen, never defaulted. */
public enum VerificationStatus {
  PROVISIONAL,
  CONFIRMED,
  REFUTED,
  ENTERED_IN_ERROR
}

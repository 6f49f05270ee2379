package org.pacegate.domain.intake;

/** The parts of an intake, in order. */
public enum IntakeStep {
  PERSON,
  COMPLAINT,
  SCREENING,
  RUNNING,
  CONSENT
}

package org.pacegate.domain.patient;

/** FHIR's administrative gender. */
public enum Sex {
  FEMALE,
  MALE,
  OTHER,
  UNKNOWN
}

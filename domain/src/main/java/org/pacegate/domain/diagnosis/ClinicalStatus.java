package org.pacegate.domain.diagnosis;

/** Whether a diagnosis stands (FHIR Condition.clinicalStatus). */
public enum ClinicalStatus {
  ACTIVE,
  INACTIVE
}

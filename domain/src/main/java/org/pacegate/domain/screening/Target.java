package org.pacegate.domain.screening;

/** Where a fired rule sends the patient. */
public enum Target {
  /** Ambulance. */
  AMBULANCE,
  /** Emergency department with emergency MRI, or the spinal surgeon on call. */
  ED_SPINAL,
  /** Emergency department. */
  ED,
  /** Vascular surgeon on call. */
  VASCULAR_ON_CALL,
  /** Emergency department or cardiology. */
  ED_CARDIOLOGY,
  /** A doctor who sees the patient today. */
  DOCTOR_TODAY,
  /** Coordinator for cancer that has spread to the spine, or oncology. */
  CANCER_COORDINATOR,
  /** General practitioner or physician. */
  PHYSICIAN,
  /** Sports physician, who can order an MRI. */
  SPORTS_PHYSICIAN,
  RHEUMATOLOGY,
  /** General practitioner or gynaecologist. */
  GYNAECOLOGY,
  /** A clinician of this clinic. */
  CLINICIAN_REVIEW
}

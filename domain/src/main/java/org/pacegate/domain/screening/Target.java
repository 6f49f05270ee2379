package org.pacegate.domain.screening;

/** Where a fired rule sends the patient. */
public enum Target {
  /** Ambulance. */
  AMBULANCE,
  /** Emergency department with emergency MRI, or the spinal surgeon on call. */
  ED_SPINAL,
  /** Emergency department. */
  ED,
  /** Emergency department with a surgeon. */
  ED_SURGICAL,
  /** Vascular surgeon on call. */
  VASCULAR_ON_CALL,
  /** Emergency department or cardiology. */
  ED_CARDIOLOGY,
  /** A doctor who sees the patient today. */
  DOCTOR_TODAY,
  /** Same-day service for clots in the deep veins. */
  DVT_SERVICE,
  /** Orthopaedic surgeon on call, sports physician or emergency department, with imaging. */
  ORTHOPAEDICS,
  /** Coordinator for cancer that has spread to the spine, or oncology. */
  CANCER_COORDINATOR,
  /** General practitioner or physician. */
  PHYSICIAN,
  /** Sports physician, who can order an MRI. */
  SPORTS_PHYSICIAN,
  RHEUMATOLOGY,
  /** General practitioner or gynaecologist. */
  GYNAECOLOGY,
  /** Whoever prescribed a medicine. */
  PRESCRIBER,
  /** Physiotherapist, or podiatrist for the foot. */
  PHYSIOTHERAPY,
  /** A clinician of this clinic. */
  CLINICIAN_REVIEW
}

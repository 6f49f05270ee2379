package org.pacegate.domain.screening;

/** The part of the questionnaire a question stands in, in asking order. */
public enum Section {
  /** Facts from the record; nothing is asked. */
  GENERAL,
  CAUDA_EQUINA,
  /** Clots, heart and lungs, and muscle breakdown. */
  CIRCULATION_AND_CHEST,
  INJURY,
  FRACTURE_AND_BONE_STRESS,
  INFECTION,
  MALIGNANCY,
  SPONDYLOARTHRITIS,
  /** Pain along a nerve from the back. */
  NERVE_ROOT,
  ABDOMEN_AND_CHEST,
  TENDON_MUSCLE_AND_JOINT
}

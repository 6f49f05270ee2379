package org.pacegate.domain.screening;

/** The part of the questionnaire a question stands in, in asking order. */
public enum Section {
  /** Facts from the record; nothing is asked. */
  GENERAL,
  CAUDA_EQUINA,
  FRACTURE_AND_BONE_STRESS,
  INFECTION,
  MALIGNANCY,
  SPONDYLOARTHRITIS,
  ABDOMEN_AND_CHEST
}

package org.pacegate.domain.plan;

/** The parts of a plan (clinical.md 4.2). */
public enum BlockKind {
  LOAD,
  LIGHT_EXERCISE,
  TRUNK,
  LOWER_LIMB,
  FLEXIBILITY,
  EDUCATION
}

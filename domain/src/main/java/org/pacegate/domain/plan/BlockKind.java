package org.pacegate.domain.plan;

/** The parts of a plan (docs/clinical-basis.md 4.2). */
public enum BlockKind {
  LOAD,
  LIGHT_EXERCISE,
  TRUNK,
  LOWER_LIMB,
  FLEXIBILITY,
  EDUCATION
}

package org.pacegate.domain.door;

/** What a link opens. */
public enum LinkPurpose {
  /** An intake, to be answered by the runner. */
  INTAKE,
  /** The second screening of a known episode. */
  RESCREEN
}

package org.pacegate.domain.intake;

/** Who signs, seen from the runner. */
public enum Relation {
  SELF,
  PARENT,
  GUARDIAN,
  REPRESENTATIVE;

  /** Whether somebody else signs for the runner. */
  public boolean isForSomebodyElse() {
    return this != SELF;
  }
}

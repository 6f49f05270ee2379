package org.pacegate.domain.screening;

/** When a screening takes place. Some questions only make sense once care has begun. */
public enum Occasion {
  INTAKE,
  FOLLOW_UP
}

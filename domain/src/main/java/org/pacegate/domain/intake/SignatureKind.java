package org.pacegate.domain.intake;

/** How a consent was signed: with the name in full, or by hand with a finger, pen or mouse. */
public enum SignatureKind {
  TYPED,
  DRAWN
}

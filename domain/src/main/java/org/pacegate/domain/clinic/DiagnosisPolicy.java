package org.pacegate.domain.clinic;

/**
 * Who may diagnose. The default of docs/clinical-basis.md 5.1 is the founding rule: a doctor. A
 * clinic's jurisdiction may admit others; the table of those policies is not part of this version.
 */
public enum DiagnosisPolicy {
  PHYSICIAN_ONLY;

  /** Whether a professional with this licence may diagnose. */
  public boolean admits(Profession profession) {
    return profession == Profession.PHYSICIAN;
  }
}

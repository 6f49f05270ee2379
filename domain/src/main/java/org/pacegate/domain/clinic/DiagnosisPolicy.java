package org.pacegate.domain.clinic;

import java.time.LocalDate;

/**
 * Who may diagnose. The default of docs/clinical-basis.md 5.1 is the founding rule: a doctor. A
 * clinic's jurisdiction may admit others; the table of those policies is not part of this version.
 */
public enum DiagnosisPolicy {
  PHYSICIAN_ONLY,
  /** The clinic keeps a policy that this version does not know. */
  NOBODY;

  /** Whether a professional with this licence may diagnose. */
  public boolean admits(Profession profession) {
    return this == PHYSICIAN_ONLY && profession == Profession.PHYSICIAN;
  }

  /**
   * Whether somebody may sign on a day: the one place that says what authority is.
   *
   * @param licence the licence it would be signed under, or null
   */
  public boolean authorises(Licence licence, long practitioner, LocalDate day) {
    return licence != null
        && licence.practitionerId() == practitioner
        && admits(licence.profession())
        && licence.validOn(day);
  }

  /** The policy of a clinic's setting; one that this version does not know admits nobody. */
  public static DiagnosisPolicy named(String setting) {
    return PHYSICIAN_ONLY.name().equals(setting) ? PHYSICIAN_ONLY : NOBODY;
  }
}

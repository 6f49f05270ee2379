package org.pacegate.domain.clinic;

/** Who may diagnose under a policy (docs/clinical-basis.md 5.1). */
public enum WhoDiagnoses {
  PHYSICIAN_ONLY,
  /** Also a physiotherapist whom patients may see without a doctor, within limits. */
  PHYSICIAN_OR_DIRECT_ACCESS_PT
}

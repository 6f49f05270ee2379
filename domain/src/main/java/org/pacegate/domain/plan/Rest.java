package org.pacegate.domain.plan;

/** How much rest: complete rest is for bone stress only (docs/clinical-basis.md 0.2). */
public enum Rest {
  RELATIVE_REST,
  COMPLETE_REST_FROM_IMPACT
}

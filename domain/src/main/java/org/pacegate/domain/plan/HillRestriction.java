package org.pacegate.domain.plan;

/** Which hills the runner leaves out. */
public enum HillRestriction {
  NONE,
  AVOID_UPHILL,
  AVOID_DOWNHILL,
  AVOID_ALL
}

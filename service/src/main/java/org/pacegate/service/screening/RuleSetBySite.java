package org.pacegate.service.screening;

import org.pacegate.domain.injury.BodySite;

/**
 * Which rule set screens a complaint, by where it hurts. Whatever is not a leg is screened with the
 * back's rules, which also ask for infection, cancer, belly and chest.
 */
public final class RuleSetBySite {
  private RuleSetBySite() {}

  /** The id of the rule set for this site. */
  public static String of(BodySite site) {
    return switch (site) {
      case NECK, UPPER_BACK, LOW_BACK, SACRUM, BUTTOCK, CHEST, ABDOMEN -> "low-back-pain";
      case HIP, GROIN -> "hip-and-groin";
      case THIGH_FRONT, HAMSTRING -> "thigh";
      case KNEE -> "knee";
      case SHIN, CALF, ACHILLES -> "lower-leg";
      case ANKLE, FOOT -> "ankle-and-foot";
    };
  }
}

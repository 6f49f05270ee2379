package org.pacegate.domain.injury;

/** Where it hurts: the regions of the body picture. */
public enum BodySite {
  NECK,
  UPPER_BACK,
  LOW_BACK,
  SACRUM,
  BUTTOCK,
  HIP,
  GROIN,
  THIGH_FRONT,
  HAMSTRING,
  KNEE,
  SHIN,
  CALF,
  ACHILLES,
  ANKLE,
  FOOT,
  CHEST,
  ABDOMEN
}

package org.pacegate.domain.intake;

/** Where an answer was given: typed by staff, or by the runner. */
public enum Door {
  /** Staff type for the runner. */
  DESK,
  /** The runner types on a device of their own, behind a link. */
  LINK,
  /** The runner types on a tablet of the clinic. */
  KIOSK
}

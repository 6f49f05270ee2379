package org.pacegate.domain.intake;

/** Where an intake is answered: at the clinic's desk, by a link, or on a tablet of the clinic. */
public enum Door {
  DESK,
  LINK,
  KIOSK
}

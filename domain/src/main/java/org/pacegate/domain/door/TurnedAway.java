package org.pacegate.domain.door;

/** Why a kiosk sent somebody to the desk; the tablet says the same for each. */
public enum TurnedAway {
  /** Somebody born that day is expected, with another name. */
  OTHER_NAME,
  /** Nobody born that day is expected. */
  NOBODY,
  /** More than one of those expected fits. */
  SEVERAL,
  /** Too many tries went before. */
  TOO_SOON
}

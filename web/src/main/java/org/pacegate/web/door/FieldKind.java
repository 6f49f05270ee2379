package org.pacegate.web.door;

import java.util.Optional;

/** How a runner answers. */
public enum FieldKind {
  TEXT,
  PHONE,
  EMAIL,
  NUMBER,
  AREA,
  DATE,
  RADIO,
  /** Where it hurts: one region, with the body picture to point at, which says the side, too. */
  BODY,
  /** One region of the body picture. */
  PLACE,
  /** Some regions of the body picture. */
  PLACES,
  TICKS,
  /** One of a list, or own words. */
  OPEN,
  /** Some of a list, and own words. */
  OPEN_TICKS,
  CONSENT,
  /** Signed by hand, where there is a script. */
  PEN;

  Optional<String> script() {
    return switch (this) {
      case BODY -> Optional.of("body-point");
      case PEN -> Optional.of("signature");
      default -> Optional.empty();
    };
  }
}

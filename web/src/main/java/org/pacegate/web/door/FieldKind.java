package org.pacegate.web.door;

/** How a runner answers. */
public enum FieldKind {
  TEXT,
  PHONE,
  EMAIL,
  NUMBER,
  AREA,
  DATE,
  RADIO,
  TICKS,
  CONSENT
}

package org.pacegate.service.patient;

/** How one field of two records compares. */
public enum Likeness {
  SAME,
  SIMILAR,
  DIFFERENT,
  /** One of the two does not say. */
  UNKNOWN
}

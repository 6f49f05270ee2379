package org.pacegate.domain.clinic;

/** What a licence permits its holder to be called. */
public enum Profession {
  PHYSICIAN,
  PHYSIOTHERAPIST
}

package org.pacegate.domain.patient;

/** A language that every text of the product exists in. */
public enum Language {
  en,
  es
}

package org.pacegate.domain.questionnaire;

/** What can be said of a question beside its kind. */
public enum Trait {
  /** The response is not complete without an answer. */
  REQUIRED,
  /** It takes more than one answer. */
  REPEATS,
  /** It is filled from the record and never asked. */
  HIDDEN,
  /** "Not sure" is an answer to it. */
  NOT_SURE
}

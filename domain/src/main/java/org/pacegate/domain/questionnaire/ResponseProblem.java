package org.pacegate.domain.questionnaire;

/**
 * What keeps a response from being complete or valid.
 *
 * @param linkId the item
 * @param reason what is wrong
 */
public record ResponseProblem(String linkId, Reason reason) {

  /** Everything that can be wrong with an answer. */
  public enum Reason {
    MISSING,
    UNKNOWN_ITEM,
    NOT_ASKED,
    WRONG_KIND,
    NOT_OFFERED,
    TOO_SMALL,
    TOO_LARGE,
    TOO_MANY,
    TOO_LONG,
    /** Chosen twice, or beside an option that excludes it. */
    CONTRADICTORY
  }
}

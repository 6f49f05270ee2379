package org.pacegate.domain.screening;

/**
 * An answer that cannot be true.
 *
 * @param linkId the question
 * @param reason what is wrong with the answer
 */
public record AnswerProblem(String linkId, Reason reason) {

  /** What can be wrong with an answer. */
  public enum Reason {
    UNKNOWN_QUESTION,
    WRONG_KIND,
    UNKNOWN_CHOICE,
    TOO_SMALL,
    TOO_LARGE,
    IN_THE_FUTURE,
    BEFORE_BIRTH
  }
}

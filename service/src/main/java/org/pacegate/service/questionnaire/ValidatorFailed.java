package org.pacegate.service.questionnaire;

/** The validator gave no answer: nothing is known about the files it was given. */
final class ValidatorFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ValidatorFailed(String why) {
    super(why);
  }

  ValidatorFailed(String why, Exception cause) {
    super(why, cause);
  }
}

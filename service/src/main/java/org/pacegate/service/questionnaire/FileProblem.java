package org.pacegate.service.questionnaire;

/**
 * Something wrong with a questionnaire file.
 *
 * @param place where in the file, such as {@code Questionnaire.item[2].item[0]}
 * @param code what is wrong; its words stand in the bundle
 * @param detail the id, code or number that is meant, or what HAPI says; may be empty
 */
public record FileProblem(String place, String code, String detail) {

  static final String WHOLE = "Questionnaire";
  private static final int MOST_DETAIL = 300;

  /** Shortens a detail that is as long as the file. */
  public FileProblem {
    detail =
        detail.length() > MOST_DETAIL ? detail.substring(0, MOST_DETAIL).strip() + " …" : detail;
  }

  static FileProblem ofWhole(String code, String detail) {
    return new FileProblem(WHOLE, code, detail);
  }
}

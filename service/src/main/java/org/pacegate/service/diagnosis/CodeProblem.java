package org.pacegate.service.diagnosis;

/**
 * Something wrong with a file of codes.
 *
 * @param line its line, the first one is 1; 0 for the whole file
 * @param code what is wrong; its words stand in the bundle
 * @param detail the column, the value or the number that is meant; may be empty
 */
public record CodeProblem(int line, String code, String detail) {

  private static final int MOST_DETAIL = 80;

  /** Shortens a detail that is as long as the file, and shows no character that cannot be seen. */
  public CodeProblem {
    detail = detail.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "\uFFFD");
    if (detail.length() > MOST_DETAIL) {
      detail = detail.substring(0, MOST_DETAIL) + " …";
    }
  }
}

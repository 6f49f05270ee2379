package org.pacegate.web.questionnaire;

/** The id of an entry's input on a page: no two entries of an intake have the same. */
public final class FieldId {
  private FieldId() {}

  /**
   * A dash for the dot. Names of the clinic's own forms hold dashes, lines and a slash as well,
   * which are escaped.
   */
  public static String of(String field) {
    return field.startsWith("own.")
        ? field.replace("_", "_u").replace("-", "_h").replace("/", "_s").replace('.', '-')
        : field.replace('.', '-');
  }
}

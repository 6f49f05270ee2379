package org.pacegate.domain.shared;

/** Checks of free text that a person must or may give. */
public final class Words {

  private Words() {}

  /**
   * Text that must be there.
   *
   * @param most highest number of characters
   * @return the text without surrounding space
   * @throws InvalidValue {@code missing} or {@code tooLong}
   */
  public static String required(String field, String text, int most) {
    String words = optional(field, text, most);
    if (words == null) {
      throw new InvalidValue(field, "missing");
    }
    return words;
  }

  /**
   * Text that may be left out.
   *
   * @return the text without surrounding space, or null if there is nothing to see in it
   * @throws InvalidValue {@code tooLong}, or {@code controlCharacter} for characters that no person
   *     types
   */
  public static String optional(String field, String text, int most) {
    String words = text == null ? "" : text.strip();
    if (words.length() > most) {
      throw new InvalidValue(field, "tooLong");
    }
    if (words.codePoints().anyMatch(Words::isUntypable)) {
      throw new InvalidValue(field, "controlCharacter");
    }
    return words.codePoints().allMatch(Words::isInvisible) ? null : words;
  }

  /** Control characters, and halves of characters, which no database takes. */
  private static boolean isUntypable(int c) {
    return (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
        || Character.getType(c) == Character.SURROGATE;
  }

  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}

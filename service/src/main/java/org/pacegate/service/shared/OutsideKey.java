package org.pacegate.service.shared;

/**
 * The key that stands outside the database, so that a copy of the database alone opens nothing
 * (docs/configuration.md). Whoever derives from it says for what.
 */
public final class OutsideKey {

  private static final String VARIABLE = "PACEGATE_DOOR_KEY";

  private OutsideKey() {}

  /**
   * The key.
   *
   * @throws IllegalStateException when none is set: there is no key that everybody knows
   */
  public static String text() {
    String key = System.getenv(VARIABLE);
    if (key == null || key.isBlank()) {
      throw new IllegalStateException(VARIABLE + " is not set");
    }
    return key;
  }
}

package org.pacegate.service.screening;

/** A rule-set file that cannot be used. The server does not start with one. */
public final class InvalidRuleSet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;

  InvalidRuleSet(String path, String problem) {
    super(path + ": " + problem);
    this.path = path;
  }

  InvalidRuleSet(String path, RuntimeException cause) {
    super(path + ": " + cause.getMessage(), cause);
    this.path = path;
  }

  /** Where in the file, such as {@code $.rules[3].source}. */
  public String path() {
    return path;
  }
}

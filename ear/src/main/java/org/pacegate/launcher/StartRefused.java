package org.pacegate.launcher;

/** Pacegate cannot start; the message is the one sentence the person at the console reads. */
public class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartRefused(String sentence) {
    super(sentence);
  }

  public StartRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

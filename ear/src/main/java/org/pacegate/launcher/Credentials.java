package org.pacegate.launcher;

/** A database role and its password. */
public record Credentials(String user, String password) {

  /** Without the password, so that it cannot reach a log. */
  @Override
  public String toString() {
    return user;
  }
}

package org.pacegate.service.clinic;

import jakarta.security.enterprise.credential.Credential;
import java.util.Locale;
import java.util.Objects;

/**
 * A typed name and password, and the address they came from.
 *
 * @param login as typed; compared in lower case, without surrounding space
 */
public record SignInAttempt(String login, String password, String address) implements Credential {

  private static final int LONGEST_LOGIN = 100;

  /**
   * Longer than any accepted password: hashing is work, and nobody may order as much as they like.
   */
  private static final int LONGEST_PASSWORD = 1000;

  public SignInAttempt {
    login = login == null ? "" : login.strip().toLowerCase(Locale.ROOT);
    password = password == null ? "" : password;
    Objects.requireNonNull(address, "address");
  }

  /** Whether an account of this name and password could exist at all. */
  boolean isPossible() {
    return !login.isEmpty()
        && login.length() <= LONGEST_LOGIN
        && login.chars().noneMatch(Character::isISOControl)
        && password.length() <= LONGEST_PASSWORD;
  }

  @Override
  public String toString() {
    return "SignInAttempt[…]";
  }
}

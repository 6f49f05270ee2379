package org.pacegate.service.clinic;

/**
 * A password to hand over. It is shown once and kept nowhere.
 *
 * @param login who signs in with it, to choose an own one
 */
public record OneTimePassword(String login, String password) {

  @Override
  public String toString() {
    return "OneTimePassword[…]";
  }
}

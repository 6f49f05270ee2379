package org.pacegate.service.clinic;

/** The caller replaces the old password by a new one of their own. */
public record ChangePassword(String oldPassword, String newPassword) {

  @Override
  public String toString() {
    return "ChangePassword[…]";
  }
}

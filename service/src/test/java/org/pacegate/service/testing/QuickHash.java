package org.pacegate.service.testing;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** A hash that costs nothing; the server's own is tested on the server. */
final class QuickHash implements Pbkdf2PasswordHash {

  @Override
  public void initialize(Map<String, String> parameters) {}

  @Override
  public String generate(char[] password) {
    return "quick:" + new String(password).hashCode();
  }

  @Override
  public boolean verify(char[] password, String hashed) {
    return generate(password).equals(hashed);
  }
}

package org.pacegate.service.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R11.21 A stored hash that cannot be read")
class PasswordsTest {

  private final Reading reading = new Reading();
  private final Passwords passwords = new Passwords(reading);

  @Test
  void matchesNothingAfterTheSameWork() {
    passwords.prepare();
    assertThat(passwords.matches("a long sentence", "garbled")).isFalse();
    assertThat(reading.verified).containsExactly("garbled", "readable");
  }

  /** Throws as the servers' own do for a text that is no hash. */
  private static final class Reading implements Pbkdf2PasswordHash {

    private final List<String> verified = new ArrayList<>();

    @Override
    public void initialize(Map<String, String> parameters) {}

    @Override
    public String generate(char[] password) {
      return "readable";
    }

    @Override
    public boolean verify(char[] password, String hashed) {
      verified.add(hashed);
      if (!hashed.equals("readable")) {
        throw new IllegalArgumentException(hashed);
      }
      return false;
    }
  }
}

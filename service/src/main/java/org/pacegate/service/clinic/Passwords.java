package org.pacegate.service.clinic;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Map;

/**
 * Hashes passwords and compares typed ones: PBKDF2-HMAC-SHA512 with a salt of its own for each.
 *
 * <p>A stored hash names its parameters, so they can rise: the next sign-in hashes anew.
 */
@ApplicationScoped
public class Passwords {

  private static final Logger LOG = System.getLogger(Passwords.class.getName());

  static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  static final int ITERATIONS = 210_000;
  private static final String CURRENT = ALGORITHM + ":" + ITERATIONS + ":";

  /** Without characters that are mistaken for each other on paper. */
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private final SecureRandom random = new SecureRandom();
  private Pbkdf2PasswordHash hashing;
  private String hashOfNobody;

  protected Passwords() {}

  @Inject
  Passwords(Pbkdf2PasswordHash hashing) {
    this.hashing = hashing;
  }

  @PostConstruct
  void prepare() {
    hashing.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm",
            ALGORITHM,
            "Pbkdf2PasswordHash.Iterations",
            Integer.toString(ITERATIONS),
            "Pbkdf2PasswordHash.SaltSizeBytes",
            "32",
            "Pbkdf2PasswordHash.KeySizeBytes",
            "64"));
    hashOfNobody = hash(oneTime());
  }

  public String hash(String password) {
    return hashing.generate(canonical(password));
  }

  /**
   * Whether a typed password is the stored one. A stored hash that cannot be read matches nothing,
   * and takes as long as one that can: a failure would say that the account exists.
   */
  public boolean matches(String typed, String hash) {
    try {
      return hashing.verify(canonical(typed), hash);
    } catch (RuntimeException garbled) {
      // The request's id in the log leads to the audit event that names the account.
      LOG.log(Level.ERROR, "password.hashNotReadable {0}", garbled.getClass().getName());
      matchNobody(typed);
      return false;
    }
  }

  /** Takes the time that {@link #matches} takes, for a name that nobody has. */
  void matchNobody(String typed) {
    hashing.verify(canonical(typed), hashOfNobody);
  }

  /** Whether a hash was made with other parameters than today's. */
  boolean isOutdated(String hash) {
    return !hash.startsWith(CURRENT);
  }

  /** A new password to hand over: four groups of four readable characters, 79 bits. */
  public String oneTime() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      password.append(i > 0 && i % 4 == 0 ? "-" : "");
      password.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return password.toString();
  }

  /** The same characters, however the keyboard composed them. */
  private static char[] canonical(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC).toCharArray();
  }
}

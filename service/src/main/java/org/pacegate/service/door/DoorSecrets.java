package org.pacegate.service.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.pacegate.domain.door.ResumeCode;

/** Draws what opens a door, and hashes it for keeping. */
@ApplicationScoped
class DoorSecrets {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /** 32 random bytes, as they stand in an address or a cookie: 43 characters. */
  String draw() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  ResumeCode drawCode() {
    return ResumeCode.of(random.ints(ResumeCode.LENGTH, 0, ResumeCode.choices()).toArray());
  }

  static String ofToken(String token) {
    return hash("token " + token);
  }

  static String ofCode(ResumeCode code) {
    return hash("code " + code.text());
  }

  static String ofSession(String session) {
    return hash("session " + session);
  }

  static String ofKiosk(String key) {
    return hash("kiosk " + key);
  }

  /** Whether two texts are the same, in a time that does not tell where they differ. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

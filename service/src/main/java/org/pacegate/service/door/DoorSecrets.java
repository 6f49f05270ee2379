package org.pacegate.service.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pacegate.domain.door.ResumeCode;
import org.pacegate.domain.shared.Sha256;
import org.pacegate.service.shared.OutsideKey;

/** Draws what opens a door, and hashes it for keeping. */
@ApplicationScoped
class DoorSecrets {

  private static final int BYTES = 32;

  private static final String HMAC = "HmacSHA256";

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
    return Sha256.of("token " + token);
  }

  /** Eight characters could be guessed from a plain hash in a copy of the database. */
  static String ofCode(ResumeCode code) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(OutsideKey.text().getBytes(StandardCharsets.UTF_8), HMAC));
      return HexFormat.of()
          .formatHex(mac.doFinal(("code " + code.text()).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  static String ofSession(String session) {
    return Sha256.of("session " + session);
  }

  static String ofKiosk(String key) {
    return Sha256.of("kiosk " + key);
  }

  /** Whether two texts are the same, in a time that does not tell where they differ. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}

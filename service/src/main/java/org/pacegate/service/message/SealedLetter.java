package org.pacegate.service.message;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.pacegate.domain.shared.Sha256;
import org.pacegate.service.shared.OutsideKey;

/**
 * A letter as it waits in the database: AES-256-GCM under a key that is derived from the one of the
 * settings (R14.4).
 *
 * @param text Base64 of 12 bytes of nonce and what was encrypted
 */
record SealedLetter(String text) {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Seals it for one link and address: in another row it cannot be opened. */
  static SealedLetter of(Letter letter, long linkId, String address) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] plain =
        Json.createObjectBuilder()
            .add("subject", letter.subject())
            .add("text", letter.text())
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, linkId, address).doFinal(plain);
      return new SealedLetter(
          Base64.getEncoder()
              .encodeToString(
                  ByteBuffer.allocate(nonce.length + sealed.length)
                      .put(nonce)
                      .put(sealed)
                      .array()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CIPHER, e);
    }
  }

  /** The letter; empty if it was sealed under another key or for another row, or changed. */
  Optional<Letter> open(long linkId, String address) {
    byte[] all = Base64.getDecoder().decode(text);
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES), linkId, address)
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      JsonObject letter =
          Json.createReader(new StringReader(new String(plain, StandardCharsets.UTF_8)))
              .readObject();
      return Optional.of(new Letter(letter.getString("subject"), letter.getString("text")));
    } catch (GeneralSecurityException otherKey) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, byte[] nonce, long linkId, String address)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((linkId + " " + address).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKey key() {
    return new SecretKeySpec(
        HexFormat.of().parseHex(Sha256.of("letters " + OutsideKey.text())), "AES");
  }

  @Override
  public String toString() {
    return "SealedLetter[…]";
  }
}

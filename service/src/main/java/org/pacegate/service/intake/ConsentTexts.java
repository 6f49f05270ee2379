package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.pacegate.domain.patient.Language;

/** The consent texts that ship with this version. */
@ApplicationScoped
public class ConsentTexts {

  private static final String CURRENT = "1";

  /** The text of the current version in a language. */
  public ConsentText current(Language language) {
    String file = "/consent/consent-" + CURRENT + "_" + language + ".txt";
    try (InputStream in = ConsentTexts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not shipped");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      return new ConsentText(CURRENT, language, text, sha256(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.Sha256;

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
      return new ConsentText(CURRENT, language, text, Sha256.of(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

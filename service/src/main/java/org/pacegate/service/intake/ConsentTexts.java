package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.Sha256;

/** The consent texts that ship with this version. */
@ApplicationScoped
public class ConsentTexts {

  private static final String CURRENT = "1";

  /** Every version that was ever shown, the current one included. */
  private static final List<String> VERSIONS = List.of("1");

  /** The text of the current version in a language. */
  public ConsentText current(Language language) {
    return text(CURRENT, language);
  }

  private static ConsentText text(String version, Language language) {
    String file = "/consent/consent-" + version + "_" + language + ".txt";
    try (InputStream in = ConsentTexts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not shipped");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      return new ConsentText(version, language, text, Sha256.of(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of the current version that an id names, whatever its language. */
  Optional<ConsentText> currentNamed(String id) {
    return Arrays.stream(Language.values())
        .map(this::current)
        .filter(text -> text.id().equals(id))
        .findFirst();
  }

  /**
   * The text that an id names ({@link ConsentText#id}); every version that was ever shown ships.
   */
  Optional<ConsentText> named(String id) {
    return Arrays.stream(Language.values())
        .flatMap(language -> VERSIONS.stream().map(version -> text(version, language)))
        .filter(text -> text.id().equals(id))
        .findFirst();
  }
}

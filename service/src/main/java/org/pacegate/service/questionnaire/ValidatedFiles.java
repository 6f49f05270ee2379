package org.pacegate.service.questionnaire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which exact files the validator found valid when this build was tested (R4.76). The first line
 * names the validator; the others a file by the SHA-256 of its bytes.
 */
final class ValidatedFiles {

  private static final String FILE = "/questionnaires/validated.txt";

  private final String validator;
  private final Set<String> hashes;

  private ValidatedFiles(String validator, Set<String> hashes) {
    this.validator = validator;
    this.hashes = hashes;
  }

  static ValidatedFiles load() {
    try (InputStream in = ValidatedFiles.class.getResourceAsStream(FILE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().toList();
      return new ValidatedFiles(
          lines.get(0),
          lines.stream()
              .skip(1)
              .map(line -> line.substring(0, line.indexOf(' ')))
              .collect(Collectors.toSet()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether this validator has found a file valid. */
  boolean contains(QuestionnaireFile file, String asking) {
    return validator.equals(asking) && hashes.contains(file.hash());
  }
}

package org.pacegate.service.questionnaire;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * A file that says it is a questionnaire. What costs little is checked first: its size, then that
 * it is JSON text, then its depth, its length and that no property stands twice, all without
 * keeping anything of it. Only then may a FHIR parser see it (R4.72).
 */
final class QuestionnaireFile {
  /** Room for every instrument that a person can be asked; bytes. */
  static final int MOST_BYTES = 1_048_576;

  private static final int DEEPEST = 60;
  private static final int MOST_EVENTS = 100_000;

  private final byte[] bytes;

  QuestionnaireFile(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** SHA-256 of the file as it is, in hexadecimal digits. */
  String hash() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What keeps it from being looked at any further. */
  Optional<FileProblem> problem() {
    if (bytes.length > MOST_BYTES) {
      return Optional.of(FileProblem.ofWhole("file.tooLarge", String.valueOf(MOST_BYTES / 1024)));
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException notText) {
      return Optional.of(FileProblem.ofWhole("file.noText", ""));
    }
    String text = text().strip();
    if (text.startsWith("<")) {
      return Optional.of(FileProblem.ofWhole("file.xml", ""));
    }
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      return scan(parser);
    } catch (JsonException | IllegalStateException notJson) {
      return Optional.of(FileProblem.ofWhole("file.noJson", firstLine(notJson)));
    }
  }

  private static Optional<FileProblem> scan(JsonParser parser) {
    Deque<Set<String>> names = new ArrayDeque<>();
    int events = 0;
    while (parser.hasNext()) {
      JsonParser.Event event = parser.next();
      if (++events > MOST_EVENTS) {
        return Optional.of(FileProblem.ofWhole("file.tooMuch", String.valueOf(MOST_EVENTS)));
      }
      switch (event) {
        case START_OBJECT, START_ARRAY -> names.push(new HashSet<>());
        case END_OBJECT, END_ARRAY -> names.pop();
        case KEY_NAME -> {
          if (!names.element().add(parser.getString())) {
            return Optional.of(FileProblem.ofWhole("file.keyTwice", parser.getString()));
          }
        }
        default -> {
          // a value
        }
      }
      if (names.size() > DEEPEST) {
        return Optional.of(FileProblem.ofWhole("file.tooDeep", String.valueOf(DEEPEST)));
      }
    }
    return Optional.empty();
  }

  private static String firstLine(RuntimeException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}

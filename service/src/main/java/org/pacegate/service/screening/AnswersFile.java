package org.pacegate.service.screening;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A file of answers, one object or an array of them: the way in of {@code ./run --evaluate} and of
 * the panel. The same property twice is refused.
 *
 * @param isList whether it is an array
 * @param all its objects in order
 */
record AnswersFile(boolean isList, List<GivenAnswers> all) {

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException with the place and the problem
   */
  static AnswersFile read(InputStream in, ShippedRuleSets ruleSets, LocalDate today) {
    try {
      JsonStructure given = structure(in);
      if (!(given instanceof JsonArray array)) {
        return new AnswersFile(false, List.of(one("$", given, ruleSets, today)));
      }
      List<GivenAnswers> all = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        all.add(one("$[" + i + "]", array.get(i), ruleSets, today));
      }
      return new AnswersFile(true, all);
    } catch (JsonException | NoSuchElementException malformed) {
      throw new IllegalArgumentException(malformed.getMessage(), malformed);
    }
  }

  /**
   * Reads answers that are not in a file.
   *
   * @throws IllegalArgumentException with the place and the problem
   */
  static GivenAnswers one(String path, JsonValue given, ShippedRuleSets ruleSets, LocalDate today) {
    try {
      return GivenAnswers.read(StrictObject.of(path, given), ruleSets, today);
    } catch (InvalidRuleSet malformed) {
      throw new IllegalArgumentException(malformed.getMessage(), malformed);
    }
  }

  private static JsonStructure structure(InputStream in) {
    Map<String, Object> strict = Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE);
    try (JsonReader reader = Json.createReaderFactory(strict).createReader(in)) {
      return reader.read();
    }
  }
}

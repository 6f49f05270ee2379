package org.pacegate.service.screening;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.InputStream;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Map;

/**
 * Evaluates answers from JSON against the shipped rule sets: what {@code ./run --evaluate} does. It
 * stores nothing and needs neither server nor database; docs/evaluating-answers.md has the format.
 */
public final class EvaluateAnswers {
  private final ShippedRuleSets ruleSets = ShippedRuleSets.load();
  private final LocalDate today;

  /**
   * Reads the shipped rule sets.
   *
   * @param today the day of the screening where a file names none
   */
  public EvaluateAnswers(LocalDate today) {
    this.today = today;
  }

  /**
   * Evaluates one object of answers, or each of an array.
   *
   * @return one evaluation as JSON, or an array of them in the same order
   * @throws IllegalArgumentException with the place and the problem, when the file cannot be read
   *     as answers; nothing is evaluated then
   */
  public String evaluate(InputStream in) {
    AnswersFile file = AnswersFile.read(in, ruleSets, today);
    JsonArrayBuilder found = Json.createArrayBuilder();
    file.all().forEach(given -> found.add(EvaluationJson.of(given)));
    JsonArray all = found.build();
    return write(file.isList() ? all : all.getJsonObject(0));
  }

  private static String write(JsonStructure found) {
    StringWriter text = new StringWriter();
    Map<String, Object> pretty = Map.of(JsonGenerator.PRETTY_PRINTING, true);
    try (JsonWriter writer = Json.createWriterFactory(pretty).createWriter(text)) {
      writer.write(found);
    }
    return text.toString().strip();
  }
}

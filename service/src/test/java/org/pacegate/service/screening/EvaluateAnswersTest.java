package org.pacegate.service.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateAnswersTest {
  private static final EvaluateAnswers EVALUATE = new EvaluateAnswers(LocalDate.of(2026, 6, 15));
  private static final String HEALTHY =
      """
      {"ruleSet": "low-back-pain", "otherwise": "NO",
       "answers": {"birth-date": "1986-06-01", "sex": "FEMALE", "onset": "2026-06-01"}}
      """;

  @Test
  void r124ARunnerWithoutDangerIsNegativeAndComplete() {
    JsonObject found = one(HEALTHY);

    assertThat(found.getString("status")).isEqualTo("NEGATIVE");
    assertThat(found.isNull("urgency")).isTrue();
    assertThat(found.getBoolean("complete")).isTrue();
    assertThat(found.getInt("version")).isEqualTo(2);
  }

  @Test
  void r124AFiredRuleComesWithUrgencyTargetSourceAndInputs() {
    JsonObject found = one(answering("\"CES-1\": true, \"CES-T\": \"2026-06-13\""));
    JsonObject rule = found.getJsonArray("fired").getJsonObject(0);

    assertThat(found.getString("urgency")).isEqualTo("U0_EMERGENCY_NOW");
    assertThat(rule.getString("rule")).isEqualTo("CES-1");
    assertThat(rule.getString("target")).isEqualTo("ED_SPINAL");
    assertThat(rule.getJsonObject("source").getString("tag")).isEqualTo("V:S18,D");
    assertThat(rule.getJsonObject("inputs").getString("CES-T")).isEqualTo("2026-06-13");
  }

  @Test
  void r124WhatIsMissingIsListedAndWhatWasAssumedIsSaid() {
    JsonObject found = one(answering("\"CES-2\": null, \"MAL-2\": \"YES\", \"MAL-3\": \"UNSURE\""));

    assertThat(found.getBoolean("complete")).isFalse();
    assertThat(texts(found, "missing")).contains("CES-2", "MAL-3");
    assertThat(texts(found, "indeterminate")).contains("MAL-R");
    assertThat(texts(found.getJsonArray("fired").getJsonObject(0), "assumed")).contains("CES-2");
  }

  @Test
  void r124WithoutOtherwiseNothingIsFilledIn() {
    JsonObject found = one("{\"bodySite\": \"KNEE\", \"answers\": {}}");

    assertThat(found.getString("ruleSet")).isEqualTo("knee");
    assertThat(found.getString("status")).isEqualTo("POSITIVE_OPEN");
    assertThat(texts(found, "missing")).contains("age", "sex", "KNE-1");
  }

  @Test
  void r124AnArrayIsAnsweredInItsOrder() {
    String other = "{\"id\": \"second\", \"ruleSet\": \"knee\", \"answers\": {}}";
    JsonArray found = (JsonArray) read("[" + HEALTHY + "," + other + "]");

    assertThat(found.getJsonObject(0).getString("ruleSet")).isEqualTo("low-back-pain");
    assertThat(found.getJsonObject(1).getString("id")).isEqualTo("second");
  }

  @Test
  void r124AnImpossibleAnswerCountsAsNoneAndIsNamed() {
    JsonObject found = one(answering("\"CES-1\": \"YES\", \"CES-T\": \"2027-01-01\""));

    assertThat(found.getJsonArray("problems").getJsonObject(0).getString("reason"))
        .isEqualTo("IN_THE_FUTURE");
    assertThat(texts(found, "missing")).contains("CES-T");
  }

  @Test
  void r124AParameterCanBeTriedAtAnotherValue() {
    String one = answering("\"MAL-2\": \"YES\"");
    JsonObject moved =
        one(one.replace("\"otherwise\"", "\"parameters\": {\"mal.signs\": 1}, \"otherwise\""));

    assertThat(one(one).isNull("urgency")).isTrue();
    assertThat(moved.getString("urgency")).isEqualTo("U2_URGENT_1_2W");
    assertThat(moved.getJsonObject("parameters").getInt("mal.signs")).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '~',
      value = {
        "'{'~$",
        "'[7]'~$[0]",
        "'{\"answers\": {}}'~either a ruleSet or a bodySite",
        "'{\"ruleSet\": \"elbow\", \"answers\": {}}'~elbow",
        "'{\"ruleSet\": \"knee\", \"version\": 9, \"answers\": {}}'~no version 9",
        "'{\"bodySite\": \"TAIL\", \"answers\": {}}'~$.bodySite",
        "'{\"ruleSet\": \"knee\"}'~$.answers",
        "'{\"ruleSet\": \"knee\", \"answers\": {\"CES-1\": \"YES\"}}'~no question CES-1",
        "'{\"ruleSet\": \"knee\", \"answers\": {\"CES-1\": null}}'~no question CES-1",
        "'{\"ruleSet\": \"knee\", \"answers\": {\"KNE-1\": \"perhaps\"}}'~$.answers.KNE-1",
        "'{\"ruleSet\": \"knee\", \"answers\": {}, \"mood\": \"fine\"}'~$.mood",
        "'{\"ruleSet\": \"knee\", \"answers\": {}, \"otherwise\": \"YES\"}'~$.otherwise",
        "'{\"ruleSet\": \"knee\", \"parameters\": {\"reds.signs\": 9}, \"answers\": {}}'~reds.signs",
        "'{\"ruleSet\": \"knee\", \"answers\": {\"age\": 40, \"birth-date\": \"1999-01-01\"}}'"
            + "~age is 27"
      })
  void r124AFileThatCannotBeReadIsRefusedWithItsPlace(String json, String said) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said.equals("$") ? "" : said);
  }

  private static String answering(String more) {
    return HEALTHY.replace("\"sex\"", more + ", \"sex\"");
  }

  private static JsonObject one(String json) {
    return (JsonObject) read(json);
  }

  private static JsonStructure read(String json) {
    String found = EVALUATE.evaluate(new ByteArrayInputStream(json.getBytes(UTF_8)));
    try (JsonReader reader = Json.createReader(new StringReader(found))) {
      return reader.read();
    }
  }

  private static List<String> texts(JsonObject json, String name) {
    return json.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }
}

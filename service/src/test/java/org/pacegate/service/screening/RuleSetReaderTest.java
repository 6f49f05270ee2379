package org.pacegate.service.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.screening.Criterion;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Threshold;

class RuleSetReaderTest {
  private static final String FINE =
      """
      {"id": "example", "version": 1,
       "parameters": [{"name": "few", "unit": "COUNT", "value": 1, "min": 1, "max": 2}],
       "criteria": {"NUMB": {"answeredYes": "numb"}},
       "questions": [
         {"linkId": "numb", "section": "CAUDA_EQUINA", "kind": "YES_NO"},
         {"linkId": "signs", "section": "CAUDA_EQUINA", "kind": "CHOICES", "choices": ["A", "B"],
          "enabledWhen": {"named": "NUMB"}}],
       "rules": [
         {"id": "NUMB", "kind": "ACT_ALONE", "urgency": "U0_EMERGENCY_NOW", "target": "ED",
          "effects": ["STOP_IMPACT"], "criterion": {"answeredYes": "numb"},
          "source": {"tag": "V:S18", "reference": "work", "note": "note"}, "proposal": true},
         {"id": "SIGNS", "kind": "CLUSTER", "urgency": "U3_ROUTINE", "target": "PHYSICIAN",
          "criterion": {"chosenAtLeast": {"linkId": "signs", "count": {"parameter": "few"}}},
          "source": {"tag": "D", "reference": "work", "note": "note"}, "proposal": true}]}
      """;

  @Test
  void aFineFileIsRead() {
    RuleSet rules = read(FINE);

    assertThat(rules.question("signs")).isPresent();
    assertThat(rules.rule("NUMB").orElseThrow().criterion())
        .isEqualTo(new Criterion.AnsweredYes("numb"));
    assertThat(rules.question("signs").orElseThrow().enabledWhen())
        .contains(new Criterion.AnsweredYes("numb"));
  }

  @Test
  void r113AParameterIsReadAndCanBeMoved() {
    RuleSet rules = read(FINE).with(Map.of("few", 2));

    assertThat(rules.rule("SIGNS").orElseThrow().criterion())
        .isEqualTo(new Criterion.ChosenAtLeast("signs", new Threshold<>(2, Optional.of("few"))));
  }

  @ParameterizedTest(name = "{0} -> {1} is refused at {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"version\": 1,'|'\"version\": 1, \"colour\": 1,'|$.colour",
        "'\"version\": 1,'|''|$.version",
        "'\"version\": 1,'|'\"version\": 1.5,'|$.version",
        "'\"version\": 1,'|'\"version\": \"one\",'|$.version",
        "'\"version\": 1,'|'\"version\": 1, \"version\": 2,'|$",
        "'\"kind\": \"YES_NO\"'|'\"kind\": \"MAYBE\"'|$.questions[0].kind",
        "'\"B\"]'|'\"A\"]'|$.questions[1].choices[1]",
        "'\"linkId\": \"signs\"'|'\"linkId\": \"numb\"'|$",
        "'\"criterion\": {\"answeredYes\": \"numb\"}'|'\"criterion\": {\"evil\": \"numb\"}'"
            + "|$.rules[0].criterion.evil",
        "'\"criterion\": {\"answeredYes\": \"numb\"}'"
            + "|'\"criterion\": {\"answeredYes\": \"numb\", \"not\": {}}'|$.rules[0].criterion",
        "'\"criterion\": {\"answeredYes\": \"numb\"}'|'\"criterion\": {\"answeredYes\": \"x\"}'|$",
        "'\"criterion\": {\"answeredYes\": \"numb\"}'|'\"criterion\": {\"allOf\": []}'"
            + "|$.rules[0].criterion",
        "'\"criterion\": {\"answeredYes\": \"numb\"}'"
            + "|'\"criterion\": {\"longerAgoThan\": {\"linkId\": \"numb\", \"period\": \"soon\"}}'"
            + "|$.rules[0].criterion.longerAgoThan.period",
        "'\"STOP_IMPACT\"'|'\"STOP_LAUGHING\"'|$.rules[0].effects",
        "'\"tag\": \"V:S18\", '|''|$.rules[0].source.tag",
        "'\"V:S18\"'|'\"hearsay\"'|$.rules[0].source",
        "'\"proposal\": true'|'\"proposal\": \"true\"'|$.rules[0].proposal",
        "', \"proposal\": true'|''|$.rules[0].proposal",
        "'\"rules\": ['|'\"rules\": [7, '|$.rules[0]",
        "'{\"named\": \"NUMB\"}'|'{\"named\": \"DUMB\"}'|$.questions[1].enabledWhen",
        "'{\"named\": \"NUMB\"}'|'{\"answeredYes\": \"numb\"}'|$",
        "'\"NUMB\": {\"answeredYes\": \"numb\"}'|'\"NUMB\": {\"named\": \"NUMB\"}'|$.criteria.NUMB",
        "'\"parameter\": \"few\"'|'\"parameter\": \"many\"'|$.rules[1].criterion.chosenAtLeast.count",
        "'{\"parameter\": \"few\"}'|'1'|$",
        "'\"unit\": \"COUNT\"'|'\"unit\": \"DAYS\"'|$.rules[1].criterion.chosenAtLeast.count",
        "'\"unit\": \"COUNT\"'|'\"unit\": \"FORTNIGHTS\"'|$.parameters[0].unit",
        "'\"value\": 1,'|'\"value\": 3,'|$.parameters[0]",
        "'\"value\": 1,'|'\"value\": 1, \"step\": 1,'|$.parameters[0].step",
        "'\"max\": 2'|'\"max\": 3'|$"
      })
  void r120ABadFileIsRefusedWithItsPlace(String fine, String bad, String path) {
    String json = FINE.replace(fine, bad);
    assertThat(json).isNotEqualTo(FINE);

    InvalidRuleSet refused = catchThrowableOfType(InvalidRuleSet.class, () -> read(json));

    assertThat(refused).isNotNull();
    assertThat(refused.path()).isEqualTo(path);
  }

  @Test
  void r120WhatIsNotJsonIsRefused() {
    assertThat(catchThrowableOfType(InvalidRuleSet.class, () -> read("{"))).isNotNull();
    assertThat(catchThrowableOfType(InvalidRuleSet.class, () -> read("[]"))).isNotNull();
    assertThat(catchThrowableOfType(InvalidRuleSet.class, () -> read(""))).isNotNull();
  }

  private static RuleSet read(String json) {
    return RuleSetReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }
}

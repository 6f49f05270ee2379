package org.pacegate.service.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.screening.Criterion;
import org.pacegate.domain.screening.RuleSet;

class RuleSetReaderTest {
  private static final String FINE =
      """
      {"id": "example", "version": 1,
       "questions": [
         {"linkId": "numb", "section": "CAUDA_EQUINA", "kind": "YES_NO"},
         {"linkId": "signs", "section": "CAUDA_EQUINA", "kind": "CHOICES", "choices": ["A", "B"],
          "enabledWhen": {"answeredYes": "numb"}}],
       "rules": [
         {"id": "NUMB", "kind": "ACT_ALONE", "urgency": "U0_EMERGENCY_NOW", "target": "ED",
          "effects": ["STOP_IMPACT"], "criterion": {"answeredYes": "numb"},
          "source": {"tag": "V:S18", "reference": "work", "note": "note"}, "proposal": true}]}
      """;

  @Test
  void aFineFileIsRead() {
    RuleSet rules = read(FINE);

    assertThat(rules.question("signs")).isPresent();
    assertThat(rules.rule("NUMB").orElseThrow().criterion())
        .isEqualTo(new Criterion.AnsweredYes("numb"));
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
        "'\"rules\": ['|'\"rules\": [7, '|$.rules[0]"
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

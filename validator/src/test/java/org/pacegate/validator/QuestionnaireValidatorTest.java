package org.pacegate.validator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionnaireValidatorTest {

  private static final QuestionnaireValidator VALIDATOR = new QuestionnaireValidator();

  private static final String SOUND =
      """
      {"resourceType": "Questionnaire", "status": "active", "item": [
        {"linkId": "a", "type": "boolean", "text": "Yes?"},
        {"linkId": "b", "type": "decimal", "text": "How far?",
         "enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true}],
         "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueDecimal": 1}]}
      ]}""";

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../service/src/main/resources/questionnaires"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  /**
   * The server trusts this list instead of validating at every start; whoever changes a form puts
   * its new hash there, which this test prints.
   */
  @Test
  void r476TheListNamesExactlyTheFilesThatWereFoundValidHere() throws Exception {
    StringBuilder valid = new StringBuilder(QuestionnaireValidator.NAME).append('\n');
    for (Path file : shipped().toList()) {
      if (VALIDATOR.errors(text(file)).isEmpty()) {
        String hash =
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        valid.append(hash).append("  ").append(file.getFileName()).append('\n');
      }
    }
    assertThat(text(Path.of("../service/src/main/resources/questionnaires/validated.txt")))
        .isEqualTo(valid.toString());
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void r468EveryShippedQuestionnaireIsValid(Path file) {
    assertThat(VALIDATOR.errors(text(file))).isEmpty();
  }

  @Test
  void r468ASoundQuestionnaireHasNoErrors() {
    assertThat(VALIDATOR.errors(SOUND)).isEmpty();
  }

  @ParameterizedTest(name = "{0} instead of {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"type\": \"boolean\"'|'\"type\": \"bool\"'|Questionnaire.item[0]",
        "'\"status\": \"active\", '|''|Questionnaire",
        "'\"operator\": \"=\"'|'\"operator\": \"~\"'|Questionnaire.item[1].enableWhen[0]",
        "'\"text\": \"Yes?\"'|'\"words\": \"Yes?\"'|Questionnaire.item[0]",
        "'\"valueDecimal\": 1'|'\"valueString\": \"1\"'|Questionnaire.item[1]",
        "'\"resourceType\": \"Questionnaire\"'|'\"resourceType\": \"Something\"'|''",
        "'{\"linkId\": \"a\", '|'{'|Questionnaire.item[0]"
      })
  void r468WhatIsWrongIsFoundAtItsPlace(String sound, String wrong, String place) {
    assertThat(SOUND).contains(sound);

    List<Finding> errors = VALIDATOR.errors(SOUND.replace(sound, wrong));

    assertThat(errors).isNotEmpty();
    assertThat(errors).anySatisfy(error -> assertThat(error.place()).startsWith(place));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package org.pacegate.service.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R4.172: which answers last is read from the file, and what cannot last is refused there. */
class OptionExtensionsTest {

  private static QuestionnaireReading read(String code, String value, String more) {
    String file =
        """
        {"resourceType": "Questionnaire", "url": "https://example.org/fhir/Questionnaire/x",
         "version": "1", "title": "X", "status": "active",
         "item": [{"linkId": "cancer", "type": "choice", "text": "Ever treated for cancer?"%s,
           "answerOption": [{"extension": [{"url": "%s", %s}],
                             "valueCoding": {"code": "%s", "display": "It is so"}}]}]}
        """
            .formatted(more, OptionExtensions.LASTING, value, code);
    return QuestionnaireReader.read(new QuestionnaireFile(file.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void R4_172_a_yes_may_last() {
    assertThat(
            read("YES", "\"valueBoolean\": true", "")
                .questionnaire()
                .orElseThrow()
                .item("cancer")
                .orElseThrow()
                .isLasting("YES"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NO     | \"valueBoolean\": true   | ``                        | flaw.LASTING_MISPLACED",
        "UNSURE | \"valueBoolean\": true   | ``                        | flaw.LASTING_MISPLACED",
        "YES    | \"valueBoolean\": true   | `, \"repeats\": true`     | flaw.LASTING_MISPLACED",
        "YES    | \"valueString\": \"yes\" | ``                        | option.noTruth"
      })
  void R4_172_nothing_else_does(String code, String value, String more, String problem) {
    assertThat(read(code, value, more).problems())
        .extracting(FileProblem::code)
        .containsExactly(problem);
  }
}

package org.pacegate.service.questionnaire;

import java.nio.charset.StandardCharsets;
import org.pacegate.domain.questionnaire.OwnQuestionnaire;
import org.pacegate.domain.questionnaire.Questionnaire;

/** Opens what a clinic has loaded. */
final class OwnFiles {
  private OwnFiles() {}

  /**
   * Reads a kept file again, whatever its state: a response opens with the version it was given to.
   *
   * @throws IllegalStateException if it is not the file that was loaded
   */
  static Questionnaire read(OwnQuestionnaire own) {
    QuestionnaireFile file = file(own);
    if (!file.hash().equals(own.fileHash())) {
      throw new IllegalStateException("questionnaire " + own.id() + " is not the file loaded");
    }
    return QuestionnaireReader.read(file)
        .questionnaire()
        .orElseThrow(
            () -> new IllegalStateException("questionnaire " + own.id() + " cannot be read"));
  }

  static QuestionnaireFile file(OwnQuestionnaire own) {
    return new QuestionnaireFile(own.content().getBytes(StandardCharsets.UTF_8));
  }
}

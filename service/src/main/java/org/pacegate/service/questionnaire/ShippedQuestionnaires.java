package org.pacegate.service.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.pacegate.domain.questionnaire.Questionnaire;

/** The questionnaires in this build. Needs no server. */
final class ShippedQuestionnaires {
  static final List<String> FILES =
      List.of(
          "complaint-1",
          "low-back-pain-1",
          "hip-and-groin-1",
          "thigh-1",
          "knee-1",
          "lower-leg-1",
          "ankle-and-foot-1",
          "running-profile-1",
          "follow-up-rescreen-1",
          "consent-1");

  private ShippedQuestionnaires() {}

  static QuestionnaireFile file(String name) {
    String path = "/questionnaires/" + name + ".json";
    try (InputStream in = ShippedQuestionnaires.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not shipped: " + path);
      }
      return new QuestionnaireFile(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Reads one; refuses a malformed file and one that is named after another form.
   *
   * @throws IllegalStateException with every problem and its place
   */
  static Questionnaire read(String name) {
    return read(name, file(name));
  }

  static Questionnaire read(String name, QuestionnaireFile file) {
    QuestionnaireReading reading = QuestionnaireReader.read(file);
    Questionnaire read =
        reading
            .questionnaire()
            .orElseThrow(() -> new IllegalStateException(name + ": " + reading.problems()));
    if (!name.equals(read.id() + "-" + read.version())) {
      throw new IllegalStateException(name + " holds " + read.id() + " " + read.version());
    }
    return read;
  }
}

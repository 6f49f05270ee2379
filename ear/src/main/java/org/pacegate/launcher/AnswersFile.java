package org.pacegate.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.pacegate.service.screening.EvaluateAnswers;

/** A file of answers to evaluate against the shipped rules. */
record AnswersFile(Path path) {

  /** The evaluation as JSON. */
  String evaluated(LocalDate today) {
    try (var in = Files.newInputStream(path)) {
      return new EvaluateAnswers(today).evaluate(in);
    } catch (IOException unreadable) {
      throw new StartRefused("The file " + path + " cannot be read.");
    } catch (IllegalArgumentException malformed) {
      throw new StartRefused(path + " is no file of answers: " + malformed.getMessage());
    }
  }
}

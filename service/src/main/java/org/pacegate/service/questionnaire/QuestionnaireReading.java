package org.pacegate.service.questionnaire;

import java.util.List;
import java.util.Optional;
import org.pacegate.domain.questionnaire.Questionnaire;

/**
 * What reading a file came to.
 *
 * @param questionnaire what can be asked from; empty when there is any problem
 * @param problems everything that is wrong, in the file's order
 */
record QuestionnaireReading(Optional<Questionnaire> questionnaire, List<FileProblem> problems) {

  QuestionnaireReading {
    problems = List.copyOf(problems);
  }

  static QuestionnaireReading refused(List<FileProblem> problems) {
    return new QuestionnaireReading(Optional.empty(), problems);
  }
}

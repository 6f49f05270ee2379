package org.pacegate.service.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pacegate.domain.questionnaire.Questionnaire;

/** Reads every shipped file, then has those validated that were not before. Needs no server. */
final class StartCheck {
  private final Function<String, QuestionnaireFile> files;
  private final Function<List<QuestionnaireFile>, List<List<FileProblem>>> validation;

  StartCheck(
      Function<String, QuestionnaireFile> files,
      Function<List<QuestionnaireFile>, List<List<FileProblem>>> validation) {
    this.files = files;
    this.validation = validation;
  }

  /**
   * All of them, by file.
   *
   * @throws IllegalStateException with the first malformed file and what is wrong with it
   * @throws ValidatorFailed if the validator gives no answer
   */
  Map<String, Questionnaire> run(List<String> names) {
    Map<String, Questionnaire> read = new LinkedHashMap<>();
    List<QuestionnaireFile> all = new ArrayList<>();
    for (String name : names) {
      QuestionnaireFile file = files.apply(name);
      all.add(file);
      read.put(name, ShippedQuestionnaires.read(name, file));
    }
    List<List<FileProblem>> problems = validation.apply(all);
    for (int i = 0; i < problems.size(); i++) {
      if (!problems.get(i).isEmpty()) {
        throw new IllegalStateException(names.get(i) + ": " + problems.get(i));
      }
    }
    return read;
  }
}

package org.pacegate.service.screening;

import java.util.List;
import java.util.Optional;
import org.pacegate.domain.screening.AnswerProblem;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.RuleSet;

/**
 * What the rules say about answers that nobody keeps.
 *
 * @param id the caller's own name for them, if the file has one
 * @param answers what was answered, and the facts that follow from it
 * @param problems answers that cannot be true; they counted as none
 */
public record Tried(
    Optional<String> id,
    RuleSet rules,
    Answers answers,
    Evaluation evaluation,
    List<AnswerProblem> problems) {

  static Tried of(GivenAnswers given) {
    return new Tried(
        given.id(), given.rules(), given.answers(), given.evaluation(), given.problems());
  }
}

package org.pacegate.service.intake;

import java.util.List;
import java.util.Optional;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.screening.Answer;
import org.pacegate.domain.screening.AnswerKind;
import org.pacegate.domain.screening.AnswerProblem;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;

/** The answers to the red-flag questions, as they were typed; calculated facts are no entries. */
final class AnswerEntries {

  private static final String ANSWER = "answer.";

  private final Entries entries;
  private final RuleSet rules;

  AnswerEntries(Entries entries, RuleSet rules) {
    this.entries = entries;
    this.rules = rules;
  }

  /** The entry that holds the answer to a question. */
  static String field(String linkId) {
    return ANSWER + linkId;
  }

  /** The question whose answer an entry holds. */
  static String linkId(String field) {
    return field.substring(ANSWER.length());
  }

  /** Whether an entry holds the answer to a question. */
  static boolean isAnswer(String field) {
    return field.startsWith(ANSWER);
  }

  /** The question that an entry answers; empty for another entry, or a question not asked. */
  static Optional<Question> question(RuleSet rules, String field) {
    return isAnswer(field) ? rules.question(linkId(field)) : Optional.empty();
  }

  /** The answers that can be read. */
  Answers answers() {
    Answers answers = Answers.none();
    for (Question question : asked()) {
      Optional<Answer> answer = Optional.ofNullable(text(question)).flatMap(question.kind()::read);
      if (answer.isPresent()) {
        answers = answers.with(question.linkId(), answer.get());
      }
    }
    return answers;
  }

  /** Where something was typed that cannot be read or cannot be, the answer is "not sure". */
  Answers withUnreadable(Answers readable) {
    List<String> impossible = rules.problems(readable).stream().map(AnswerProblem::linkId).toList();
    Answers answers = readable;
    for (Question question : asked()) {
      boolean kept = readable.has(question.linkId()) && !impossible.contains(question.linkId());
      if (text(question) != null && !kept) {
        answers = answers.with(question.linkId(), Answer.YesNo.UNSURE);
      }
    }
    return answers;
  }

  /** Notes every answer that is missing, cannot be read or cannot be. */
  void check(Answers answers) {
    List<Question> applying = rules.enabledQuestions(answers);
    List<Question> passedAway =
        asked().stream().filter(question -> !applying.contains(question)).toList();
    rules.problems(answers).stream()
        .filter(
            problem ->
                passedAway.stream().noneMatch(each -> each.linkId().equals(problem.linkId())))
        .forEach(
            problem ->
                entries.problem(
                    IntakeStep.SCREENING, field(problem.linkId()), problem.reason().name()));
    applying.forEach(this::expectReadable);
    rules.openQuestions(answers).forEach(this::expectAnswered);
  }

  private void expectReadable(Question question) {
    String typed = text(question);
    if (typed != null && question.kind().read(typed).isEmpty()) {
      boolean date = question.kind() == AnswerKind.DATE;
      entries.problem(IntakeStep.SCREENING, field(question.linkId()), date ? "noDate" : "noNumber");
    }
  }

  private void expectAnswered(Question question) {
    if (text(question) == null) {
      entries.problem(IntakeStep.SCREENING, field(question.linkId()), "missing");
    }
  }

  private List<Question> asked() {
    return rules.questions().stream().filter(question -> !question.calculated()).toList();
  }

  private String text(Question question) {
    return entries.text(field(question.linkId()));
  }
}

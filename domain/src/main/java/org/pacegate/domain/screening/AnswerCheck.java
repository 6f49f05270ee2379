package org.pacegate.domain.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pacegate.domain.screening.Answer.Amount;
import org.pacegate.domain.screening.Answer.Choice;
import org.pacegate.domain.screening.Answer.Choices;
import org.pacegate.domain.screening.Answer.OnDate;
import org.pacegate.domain.screening.AnswerProblem.Reason;

/** Holds answers against their questions: kind, choices, limits, and dates that cannot be. */
final class AnswerCheck {
  private final Map<String, Question> questions;
  private final Answers answers;

  AnswerCheck(Map<String, Question> questions, Answers answers) {
    this.questions = questions;
    this.answers = answers;
  }

  List<AnswerProblem> problems() {
    List<AnswerProblem> all = new ArrayList<>();
    new TreeMap<>(answers.byLinkId())
        .forEach(
            (linkId, answer) ->
                problemWith(linkId, answer)
                    .ifPresent(reason -> all.add(new AnswerProblem(linkId, reason))));
    return List.copyOf(all);
  }

  private Optional<Reason> problemWith(String linkId, Answer answer) {
    Question question = questions.get(linkId);
    if (question == null) {
      return Optional.of(Reason.UNKNOWN_QUESTION);
    }
    if (!question.kind().takes(answer)) {
      return Optional.of(Reason.WRONG_KIND);
    }
    if (answer instanceof Amount amount) {
      return outOfLimits(question, amount.value());
    }
    if (answer instanceof OnDate on) {
      return impossible(linkId, on.date());
    }
    return unknownChoice(question, answer);
  }

  private static Optional<Reason> outOfLimits(Question question, BigDecimal value) {
    if (question.min().filter(min -> value.compareTo(min) < 0).isPresent()) {
      return Optional.of(Reason.TOO_SMALL);
    }
    return question.max().filter(max -> value.compareTo(max) > 0).map(max -> Reason.TOO_LARGE);
  }

  private Optional<Reason> impossible(String linkId, LocalDate date) {
    if (date(Fact.TODAY).filter(date::isAfter).isPresent()) {
      return Optional.of(Reason.IN_THE_FUTURE);
    }
    return date(Fact.BIRTH_DATE)
        .filter(birth -> !linkId.equals(Fact.TODAY) && date.isBefore(birth))
        .map(birth -> Reason.BEFORE_BIRTH);
  }

  private Optional<LocalDate> date(String linkId) {
    return answers
        .find(linkId)
        .filter(OnDate.class::isInstance)
        .map(answer -> ((OnDate) answer).date());
  }

  private static Optional<Reason> unknownChoice(Question question, Answer answer) {
    Set<String> chosen = Set.of();
    if (answer instanceof Choice choice) {
      chosen = Set.of(choice.code());
    } else if (answer instanceof Choices choices) {
      chosen = choices.codes();
    }
    return question.choices().containsAll(chosen)
        ? Optional.empty()
        : Optional.of(Reason.UNKNOWN_CHOICE);
  }
}

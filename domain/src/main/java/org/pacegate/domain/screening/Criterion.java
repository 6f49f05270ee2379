package org.pacegate.domain.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.pacegate.domain.screening.Answer.Amount;
import org.pacegate.domain.screening.Answer.Choice;
import org.pacegate.domain.screening.Answer.Choices;
import org.pacegate.domain.screening.Answer.NotApplicable;
import org.pacegate.domain.screening.Answer.OnDate;
import org.pacegate.domain.screening.Answer.YesNo;

/**
 * A closed vocabulary of what a rule can ask of the answers, in three-valued logic. No answer, "not
 * sure", and an answer of another kind are unknown. A question that does not apply is "no".
 */
public sealed interface Criterion {

  /** Asks the answers. */
  CriterionResult evaluate(Answers answers);

  /** The questions this criterion reads, with the kind of answer it expects. */
  Map<String, AnswerKind> inputs();

  /** The criteria this one is made of; none for one that reads an answer. */
  default List<Criterion> parts() {
    return List.of();
  }

  /** A yes/no question was answered yes. */
  record AnsweredYes(String linkId) implements Criterion {
    @Override
    public CriterionResult evaluate(Answers answers) {
      return leaf(answers, linkId, YesNo.class, answer -> answer == YesNo.YES);
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return Map.of(linkId, AnswerKind.YES_NO);
    }
  }

  /** An amount lies on the named side of a limit. */
  record AmountIs(String linkId, Comparison comparison, BigDecimal limit) implements Criterion {
    /** Refuses a missing comparison or limit. */
    public AmountIs {
      Objects.requireNonNull(comparison, "comparison");
      Objects.requireNonNull(limit, "limit");
    }

    @Override
    public CriterionResult evaluate(Answers answers) {
      return leaf(answers, linkId, Amount.class, a -> comparison.holds(a.value(), limit));
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return Map.of(linkId, AnswerKind.AMOUNT);
    }
  }

  /** The chosen code is one of these. */
  record ChoiceIs(String linkId, Set<String> codes) implements Criterion {
    /** Refuses an empty set. */
    public ChoiceIs {
      codes = Set.copyOf(codes);
      if (codes.isEmpty()) {
        throw new IllegalArgumentException("no codes to choose from: " + linkId);
      }
    }

    @Override
    public CriterionResult evaluate(Answers answers) {
      return leaf(answers, linkId, Choice.class, choice -> codes.contains(choice.code()));
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return Map.of(linkId, AnswerKind.CHOICE);
    }
  }

  /** At least so many codes were ticked. */
  record ChosenAtLeast(String linkId, int count) implements Criterion {
    /** Refuses a count below one. */
    public ChosenAtLeast {
      if (count < 1) {
        throw new IllegalArgumentException("count below one: " + linkId);
      }
    }

    @Override
    public CriterionResult evaluate(Answers answers) {
      return leaf(answers, linkId, Choices.class, choices -> choices.codes().size() >= count);
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return Map.of(linkId, AnswerKind.CHOICES);
    }
  }

  /** A date lies further back than the period, counted to the day of the screening. */
  record LongerAgoThan(String linkId, Period period) implements Criterion {
    /** Refuses a period that is not positive. */
    public LongerAgoThan {
      if (period.isNegative() || period.isZero()) {
        throw new IllegalArgumentException("not a positive period: " + period);
      }
    }

    @Override
    public CriterionResult evaluate(Answers answers) {
      Optional<LocalDate> today =
          answers
              .find(Fact.TODAY)
              .filter(OnDate.class::isInstance)
              .map(answer -> ((OnDate) answer).date());
      return today
          .map(day -> leaf(answers, linkId, OnDate.class, on -> isPast(on.date(), day)))
          .orElseGet(() -> CriterionResult.unknown(Fact.TODAY));
    }

    private boolean isPast(LocalDate date, LocalDate today) {
      return today.isAfter(date.plus(period));
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return Map.of(linkId, AnswerKind.DATE, Fact.TODAY, AnswerKind.DATE);
    }
  }

  /** Every part holds. */
  record AllOf(List<Criterion> parts) implements Criterion {
    /** Refuses an empty list. */
    public AllOf {
      parts = nonEmpty(parts);
    }

    @Override
    public CriterionResult evaluate(Answers answers) {
      return CriterionResult.atLeast(parts.size(), resultsOf(parts, answers));
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return inputsOf(parts);
    }
  }

  /** At least one part holds. */
  record AnyOf(List<Criterion> parts) implements Criterion {
    /** Refuses an empty list. */
    public AnyOf {
      parts = nonEmpty(parts);
    }

    @Override
    public CriterionResult evaluate(Answers answers) {
      return CriterionResult.atLeast(1, resultsOf(parts, answers));
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return inputsOf(parts);
    }
  }

  /** At least so many parts hold. */
  record AtLeastNOf(int n, List<Criterion> parts) implements Criterion {
    /** Refuses a number that is always or never reached. */
    public AtLeastNOf {
      parts = nonEmpty(parts);
      if (n < 1 || n > parts.size()) {
        throw new IllegalArgumentException("cannot reach " + n + " of " + parts.size());
      }
    }

    @Override
    public CriterionResult evaluate(Answers answers) {
      return CriterionResult.atLeast(n, resultsOf(parts, answers));
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return inputsOf(parts);
    }
  }

  /** The part does not hold; what is unknown stays unknown. */
  record Not(Criterion part) implements Criterion {
    @Override
    public List<Criterion> parts() {
      return List.of(part);
    }

    /** Refuses a missing part. */
    public Not {
      Objects.requireNonNull(part, "part");
    }

    @Override
    public CriterionResult evaluate(Answers answers) {
      return part.evaluate(answers).negated();
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return part.inputs();
    }
  }

  private static <A extends Answer> CriterionResult leaf(
      Answers answers, String linkId, Class<A> kind, Predicate<A> holds) {
    Answer answer = answers.find(linkId).orElse(YesNo.UNSURE);
    if (answer == NotApplicable.NOT_APPLICABLE) {
      return CriterionResult.known(false, linkId);
    }
    return kind.isInstance(answer) && answer != YesNo.UNSURE
        ? CriterionResult.known(holds.test(kind.cast(answer)), linkId)
        : CriterionResult.unknown(linkId);
  }

  private static List<Criterion> nonEmpty(List<Criterion> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a criterion of no parts says nothing");
    }
    return List.copyOf(parts);
  }

  private static List<CriterionResult> resultsOf(List<Criterion> parts, Answers answers) {
    return parts.stream().map(part -> part.evaluate(answers)).toList();
  }

  private static Map<String, AnswerKind> inputsOf(List<Criterion> parts) {
    Map<String, AnswerKind> all = new HashMap<>();
    for (Criterion part : parts) {
      part.inputs().forEach((linkId, kind) -> expect(all, linkId, kind));
    }
    return Map.copyOf(all);
  }

  private static void expect(Map<String, AnswerKind> all, String linkId, AnswerKind kind) {
    AnswerKind other = all.putIfAbsent(linkId, kind);
    if (other != null && other != kind) {
      throw new IllegalArgumentException(linkId + " read as " + other + " and as " + kind);
    }
  }
}

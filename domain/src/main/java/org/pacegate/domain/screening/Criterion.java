package org.pacegate.domain.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
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

  /** The same criterion with its thresholds at the values of these parameters. */
  default Criterion with(Parameters parameters) {
    return this;
  }

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
  record AmountIs(String linkId, Comparison comparison, Threshold<BigDecimal> limit)
      implements Criterion {
    /** Refuses a missing comparison or limit. */
    public AmountIs {
      Objects.requireNonNull(comparison, "comparison");
      Objects.requireNonNull(limit, "limit");
    }

    /** With a limit that is written into the rule. */
    public AmountIs(String linkId, Comparison comparison, BigDecimal limit) {
      this(linkId, comparison, Threshold.fixed(limit));
    }

    @Override
    public CriterionResult evaluate(Answers answers) {
      return leaf(answers, linkId, Amount.class, a -> comparison.holds(a.value(), limit.value()));
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return Map.of(linkId, AnswerKind.AMOUNT);
    }

    @Override
    public Criterion with(Parameters parameters) {
      return new AmountIs(linkId, comparison, limit.with(parameters, Parameter::amount));
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
  record ChosenAtLeast(String linkId, Threshold<Integer> count) implements Criterion {
    /** Refuses a count below one. */
    public ChosenAtLeast {
      if (count.value() < 1) {
        throw new IllegalArgumentException("count below one: " + linkId);
      }
    }

    /** With a count that is written into the rule. */
    public ChosenAtLeast(String linkId, int count) {
      this(linkId, Threshold.fixed(count));
    }

    @Override
    public CriterionResult evaluate(Answers answers) {
      return leaf(
          answers, linkId, Choices.class, choices -> choices.codes().size() >= count.value());
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return Map.of(linkId, AnswerKind.CHOICES);
    }

    @Override
    public Criterion with(Parameters parameters) {
      return new ChosenAtLeast(linkId, count.with(parameters, Parameter::count));
    }
  }

  /** A date lies further back than the period, counted to the day of the screening. */
  record LongerAgoThan(String linkId, Threshold<Period> period) implements Criterion {
    /** Refuses a period that is not positive. */
    public LongerAgoThan {
      if (period.value().isNegative() || period.value().isZero()) {
        throw new IllegalArgumentException("not a positive period: " + period.value());
      }
    }

    /** With a period that is written into the rule. */
    public LongerAgoThan(String linkId, Period period) {
      this(linkId, Threshold.fixed(period));
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
      return today.isAfter(date.plus(period.value()));
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return Map.of(linkId, AnswerKind.DATE, Fact.TODAY, AnswerKind.DATE);
    }

    @Override
    public Criterion with(Parameters parameters) {
      return new LongerAgoThan(linkId, period.with(parameters, Parameter::period));
    }
  }

  /** Every part holds. */
  record AllOf(List<Criterion> parts) implements Criterion {
    /** Refuses an empty list. */
    public AllOf {
      parts = CriterionParts.nonEmpty(parts);
    }

    @Override
    public CriterionResult evaluate(Answers answers) {
      return CriterionResult.atLeast(parts.size(), CriterionParts.resultsOf(parts, answers));
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return CriterionParts.inputsOf(parts);
    }

    @Override
    public Criterion with(Parameters parameters) {
      return new AllOf(CriterionParts.with(parts, parameters));
    }
  }

  /** At least one part holds. */
  record AnyOf(List<Criterion> parts) implements Criterion {
    /** Refuses an empty list. */
    public AnyOf {
      parts = CriterionParts.nonEmpty(parts);
    }

    @Override
    public CriterionResult evaluate(Answers answers) {
      return CriterionResult.atLeast(1, CriterionParts.resultsOf(parts, answers));
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return CriterionParts.inputsOf(parts);
    }

    @Override
    public Criterion with(Parameters parameters) {
      return new AnyOf(CriterionParts.with(parts, parameters));
    }
  }

  /** At least so many parts hold. */
  record AtLeastNOf(Threshold<Integer> n, List<Criterion> parts) implements Criterion {
    /** Refuses a number that is always or never reached. */
    public AtLeastNOf {
      parts = CriterionParts.nonEmpty(parts);
      if (n.value() < 1 || n.value() > parts.size()) {
        throw new IllegalArgumentException("cannot reach " + n.value() + " of " + parts.size());
      }
    }

    /** With a number that is written into the rule. */
    public AtLeastNOf(int n, List<Criterion> parts) {
      this(Threshold.fixed(n), parts);
    }

    @Override
    public CriterionResult evaluate(Answers answers) {
      return CriterionResult.atLeast(n.value(), CriterionParts.resultsOf(parts, answers));
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return CriterionParts.inputsOf(parts);
    }

    @Override
    public Criterion with(Parameters parameters) {
      return new AtLeastNOf(
          n.with(parameters, Parameter::count), CriterionParts.with(parts, parameters));
    }
  }

  /** No fewer and no more parts hold: {@code min} equal to {@code max} says exactly so many. */
  record CountBetween(int min, int max, List<Criterion> parts) implements Criterion {
    /** Refuses a range that is always or never hit. */
    public CountBetween {
      parts = CriterionParts.nonEmpty(parts);
      boolean always = min == 0 && max == parts.size();
      if (min < 0 || min > max || max > parts.size() || always) {
        throw new IllegalArgumentException(
            "no use counting %d to %d of %d".formatted(min, max, parts.size()));
      }
    }

    @Override
    public CriterionResult evaluate(Answers answers) {
      return CriterionResult.between(min, max, CriterionParts.resultsOf(parts, answers));
    }

    @Override
    public Map<String, AnswerKind> inputs() {
      return CriterionParts.inputsOf(parts);
    }

    @Override
    public Criterion with(Parameters parameters) {
      return new CountBetween(min, max, CriterionParts.with(parts, parameters));
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

    @Override
    public Criterion with(Parameters parameters) {
      return new Not(part.with(parameters));
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
}

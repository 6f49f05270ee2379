package org.pacegate.domain.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.screening.Answer.Amount;
import org.pacegate.domain.screening.Answer.OnDate;
import org.pacegate.domain.screening.Criterion.AmountIs;
import org.pacegate.domain.screening.Criterion.LongerAgoThan;

/**
 * The patient of an example, moved along with the thresholds that the example names: as many years
 * older or younger, with dates as much longer ago, as the thresholds moved. Their rule has to say
 * of them what it said of the patient as written.
 */
final class MovedPatient {
  private final RuleSet shipped;
  private final RuleSet after;
  private final ExampleCase example;
  private final Answers moved;

  MovedPatient(RuleSet shipped, RuleSet after, ExampleCase example) {
    this.shipped = shipped;
    this.after = after;
    this.example = example;
    this.moved = movedAlong();
  }

  /** False where the thresholds count signs, or are held against nothing that was answered. */
  boolean isMoved() {
    return !moved.equals(example.given());
  }

  /** What goes wrong with the moved patient; nothing when there is none. */
  Optional<String> failure() {
    Outcome found = after.assess(moved).get(example.ruleId()).outcome();
    return !isMoved() || found == example.outcome()
        ? Optional.empty()
        : Optional.of(
            "%s %s, moved along with %s: expected %s, found %s"
                .formatted(
                    example.ruleId(), example.kind(), example.pins(), example.outcome(), found));
  }

  private Answers movedAlong() {
    Answers answers = example.given();
    Set<String> done = new HashSet<>();
    for (Criterion leaf : leaves()) {
      if (leaf instanceof AmountIs amount && follows(amount.limit()) && done.add(amount.linkId())) {
        answers = shifted(answers, amount);
      } else if (leaf instanceof LongerAgoThan ago
          && follows(ago.period())
          && done.add(ago.linkId())) {
        answers = shifted(answers, ago);
      }
    }
    return answers;
  }

  private boolean follows(Threshold<?> threshold) {
    return threshold.parameter().filter(example.pins()::contains).isPresent();
  }

  /** Everything that decides on the example's rule, down to the questions that it rests on. */
  private List<Criterion> leaves() {
    List<Criterion> leaves = new ArrayList<>();
    List<Criterion> open = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    shipped.rule(example.ruleId()).map(Rule::criterion).ifPresent(open::add);
    while (!open.isEmpty()) {
      Criterion criterion = open.remove(0);
      open.addAll(criterion.parts());
      if (criterion.parts().isEmpty()) {
        leaves.add(criterion);
      }
      for (String linkId : criterion.inputs().keySet()) {
        if (asked.add(linkId)) {
          shipped.question(linkId).flatMap(Question::enabledWhen).ifPresent(open::add);
        }
      }
    }
    return leaves;
  }

  private Answers shifted(Answers answers, AmountIs amount) {
    BigDecimal by = value(amount.limit(), after).subtract(value(amount.limit(), shipped));
    return answers
        .find(amount.linkId())
        .filter(Amount.class::isInstance)
        .map(answer -> new Amount(((Amount) answer).value().add(by)))
        .map(answer -> answers.with(amount.linkId(), answer))
        .orElse(answers);
  }

  private static BigDecimal value(Threshold<?> limit, RuleSet rules) {
    return rules.parameters().expect(limit.parameter().orElseThrow()).amount();
  }

  private Answers shifted(Answers answers, LongerAgoThan ago) {
    String name = ago.period().parameter().orElseThrow();
    return answers
        .find(ago.linkId())
        .filter(OnDate.class::isInstance)
        .map(answer -> ((OnDate) answer).date())
        .map(date -> longerAgo(date, name))
        .map(date -> answers.with(ago.linkId(), new OnDate(date)))
        .orElse(answers);
  }

  private LocalDate longerAgo(LocalDate date, String name) {
    return date.plus(shipped.parameters().expect(name).period())
        .minus(after.parameters().expect(name).period());
  }
}

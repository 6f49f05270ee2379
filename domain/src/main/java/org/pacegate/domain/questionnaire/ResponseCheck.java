package org.pacegate.domain.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pacegate.domain.questionnaire.ResponseProblem.Reason;
import org.pacegate.domain.questionnaire.Value.Amount;
import org.pacegate.domain.questionnaire.Value.Coded;
import org.pacegate.domain.questionnaire.Value.Free;
import org.pacegate.domain.questionnaire.Value.NotSure;

/** Holds a response against its questionnaire (R4.55). */
final class ResponseCheck {
  private static final int MOST_WORDS = 10_000;
  private static final int MOST_ANSWERS = 100;

  private final Questionnaire questionnaire;
  private final Response given;

  ResponseCheck(Questionnaire questionnaire, Response given) {
    this.questionnaire = questionnaire;
    this.given = given;
  }

  List<ResponseProblem> problems() {
    List<ResponseProblem> problems = new ArrayList<>();
    Set<String> enabled = questionnaire.enabled(given);
    List<Item> askable = questionnaire.questions();
    for (Item item : questionnaire.all()) {
      if (enabled.contains(item.linkId())) {
        problemWith(item, askable.contains(item))
            .ifPresent(reason -> problems.add(problem(item.linkId(), reason)));
      }
    }
    Map<String, Item> known = questionnaire.byLinkId();
    for (String linkId : new TreeSet<>(given.answers().keySet())) {
      if (!known.containsKey(linkId)) {
        problems.add(problem(linkId, Reason.UNKNOWN_ITEM));
      } else if (!enabled.contains(linkId)) {
        problems.add(problem(linkId, Reason.NOT_ASKED));
      }
    }
    return List.copyOf(problems);
  }

  private static ResponseProblem problem(String linkId, Reason reason) {
    return new ResponseProblem(linkId, reason);
  }

  private Optional<Reason> problemWith(Item item, boolean askable) {
    List<Value> values = given.to(item.linkId());
    if (values.isEmpty()) {
      return item.isRequired() && askable ? Optional.of(Reason.MISSING) : Optional.empty();
    }
    if (values.size() > (item.repeats() ? MOST_ANSWERS : 1)) {
      return Optional.of(Reason.TOO_MANY);
    }
    return values.stream()
        .map(value -> problemWith(item, value))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> contradiction(item, values));
  }

  private static Optional<Reason> problemWith(Item item, Value value) {
    if (value == NotSure.NOT_SURE) {
      return item.takesNotSure() ? Optional.empty() : Optional.of(Reason.NOT_OFFERED);
    }
    if (!item.type().takes(value)) {
      return Optional.of(Reason.WRONG_KIND);
    }
    if (value instanceof Coded coded) {
      return item.option(coded.code()).isPresent()
          ? Optional.empty()
          : Optional.of(Reason.NOT_OFFERED);
    }
    if (value instanceof Free words) {
      return words.text().length() > MOST_WORDS ? Optional.of(Reason.TOO_LONG) : Optional.empty();
    }
    return value instanceof Amount amount ? outOf(item.range(), amount.value()) : Optional.empty();
  }

  private static Optional<Reason> outOf(Range range, BigDecimal value) {
    if (range.min().filter(min -> value.compareTo(min) < 0).isPresent()) {
      return Optional.of(Reason.TOO_SMALL);
    }
    return range.max().filter(max -> value.compareTo(max) > 0).map(max -> Reason.TOO_LARGE);
  }

  private static Optional<Reason> contradiction(Item item, List<Value> values) {
    boolean twice = Set.copyOf(values).size() != values.size();
    boolean alone =
        values.stream()
            .anyMatch(
                value ->
                    value == NotSure.NOT_SURE
                        || (value instanceof Coded coded
                            && item.option(coded.code()).filter(Option::exclusive).isPresent()));
    return twice || (alone && values.size() > 1)
        ? Optional.of(Reason.CONTRADICTORY)
        : Optional.empty();
  }
}

package org.pacegate.web.questionnaire;

import static org.pacegate.domain.questionnaire.KeptValues.NO;
import static org.pacegate.domain.questionnaire.KeptValues.OWN_WORDS;
import static org.pacegate.domain.questionnaire.KeptValues.UNSURE;
import static org.pacegate.domain.questionnaire.KeptValues.YES;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.domain.questionnaire.KeptValues;
import org.pacegate.domain.questionnaire.Range;
import org.pacegate.domain.questionnaire.Value;
import org.pacegate.domain.questionnaire.Value.Coded;
import org.pacegate.domain.questionnaire.Value.Day;
import org.pacegate.domain.questionnaire.Value.NotSure;
import org.pacegate.domain.questionnaire.Value.Truth;
import org.pacegate.web.shared.ClinicTime;
import org.pacegate.web.shared.Translations;

/** The words of the clinic's own forms where they are asked (R4.96): answers, help, problems. */
@Named
@RequestScoped
public class OwnWords {

  private static final String FEATURE = "questionnaire";

  @Inject private FormWords forms;
  @Inject private Translations words;
  @Inject private ClinicTime time;

  /** What can be chosen, by code: yes and no, "not sure" and "something else" among it. */
  public Map<String, String> choices(Item item) {
    Map<String, String> choices = new LinkedHashMap<>();
    if (item.type() == ItemType.BOOLEAN) {
      choices.put(YES, words.say("shared", "yes"));
      choices.put(NO, words.say("shared", "no"));
    }
    item.options().forEach(option -> choices.put(option.code(), forms.of(option.text())));
    if (item.type() == ItemType.OPEN_CHOICE) {
      choices.put(OWN_WORDS, words.say(FEATURE, "own.else"));
    }
    if (item.takesNotSure() && !choices.isEmpty()) {
      choices.putIfAbsent(UNSURE, words.say("shared", "unsure"));
    }
    return choices;
  }

  public List<String> codes(Item item) {
    return List.copyOf(choices(item).keySet());
  }

  /** Where the body picture shows a code; empty for what is no region. */
  public List<BodySpot> spots(String code) {
    return BodySpot.of(code).toList();
  }

  /** A kept answer as a person reads it. */
  public String value(Item item, String kept) {
    List<Value> values = KeptValues.read(item, kept);
    return values.isEmpty()
        ? words.say("intake", "check.nothing")
        : values.stream().map(value -> value(item, value)).collect(Collectors.joining(", "));
  }

  private String value(Item item, Value value) {
    if (value instanceof Truth truth) {
      return words.say("shared", truth.value() ? "yes" : "no");
    }
    if (value instanceof NotSure) {
      return words.say("shared", "unsure");
    }
    if (value instanceof Day day) {
      return time.date(day.date());
    }
    if (value instanceof Coded coded) {
      return item.option(coded.code())
          .map(option -> forms.of(option.text()))
          .orElseGet(coded::code);
    }
    return value instanceof Value.Amount amount
        ? (amount.asText() + " " + item.range().unit().orElse("")).strip()
        : value.asText();
  }

  /** A choice that takes own words, typed as words: what is an option's becomes its code. */
  public String kept(Item item, String typed) {
    List<String> codes = new ArrayList<>();
    List<String> own = new ArrayList<>();
    Stream<String> pieces = item.repeats() ? Arrays.stream(typed.split(",", -1)) : Stream.of(typed);
    pieces
        .map(String::strip)
        .filter(piece -> !piece.isEmpty())
        .forEach(piece -> code(item, piece).ifPresentOrElse(codes::add, () -> own.add(piece)));
    return KeptValues.withWords(
        String.join(",", codes), own.isEmpty() ? null : String.join(", ", own));
  }

  private Optional<String> code(Item item, String piece) {
    return choices(item).entrySet().stream()
        .filter(choice -> !choice.getKey().equals(OWN_WORDS) && choice.getValue().equals(piece))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What helps to answer, with unit and limits; or null. */
  public String hint(Item item) {
    String hint = Stream.concat(help(item), limits(item.range())).collect(Collectors.joining(" "));
    return hint.isEmpty() ? null : hint;
  }

  private Stream<String> help(Item item) {
    return item.items().stream()
        .filter(OwnWords::isHelp)
        .limit(1)
        .map(words -> forms.of(words.text()));
  }

  /** Whether an item that stands in a question helps to answer it. */
  public static boolean isHelp(Item item) {
    return item.type() == ItemType.DISPLAY && item.enablement().conditions().isEmpty();
  }

  private Stream<String> limits(Range range) {
    return Stream.of(
            range.unit().map(unit -> words.say(FEATURE, "own.unit", unit)),
            range.min().map(min -> words.say(FEATURE, "own.min", min.toPlainString())),
            range.max().map(max -> words.say(FEATURE, "own.max", max.toPlainString())))
        .flatMap(Optional::stream);
  }

  /** What is wrong with an answer, and what to do about it; empty where there are no own words. */
  public Optional<String> problem(Item item, String problem) {
    String key = "own.problem." + problem;
    if (!words.knows(FEATURE, key)) {
      return Optional.empty();
    }
    Optional<BigDecimal> limit =
        problem.equals("TOO_SMALL") ? item.range().min() : item.range().max();
    String unit = item.range().unit().orElse("");
    return Optional.of(
        problem.equals("noNumber") && !unit.isEmpty()
            ? words.say(FEATURE, "own.problem.noNumber.unit", unit)
            : words.say(
                FEATURE,
                key,
                (limit.map(BigDecimal::toPlainString).orElse("") + " " + unit).strip()));
  }
}

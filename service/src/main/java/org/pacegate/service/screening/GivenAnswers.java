package org.pacegate.service.screening;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.screening.Answer;
import org.pacegate.domain.screening.AnswerProblem;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;

/**
 * One object of a file of answers: whom it is about, which rule set, and what was answered.
 *
 * @param id the caller's own name for it, given back with the result
 * @param rules the rule set, with parameters moved if the file says so
 * @param answers the answers and the facts that follow from them
 */
record GivenAnswers(Optional<String> id, RuleSet rules, Answers answers) {

  /** What the rules say about them. */
  Evaluation evaluation() {
    return rules.screen(answers);
  }

  /** Answers that cannot be true; they count as none. */
  List<AnswerProblem> problems() {
    return rules.problems(answers);
  }

  /** What an answer that is not in the file counts as. */
  private enum Otherwise {
    UNANSWERED,
    NO
  }

  static GivenAnswers read(StrictObject json, ShippedRuleSets ruleSets, LocalDate today) {
    return json.build(
        () -> {
          Optional<String> id = json.has("id") ? Optional.of(json.text("id")) : Optional.empty();
          if (json.has("story")) {
            json.text("story");
          }
          RuleSet rules = moved(ruleSet(json, ruleSets), json);
          return new GivenAnswers(id, rules, answers(json, rules, today));
        });
  }

  private static RuleSet ruleSet(StrictObject json, ShippedRuleSets ruleSets) {
    if (json.has("ruleSet") == json.has("bodySite")) {
      throw new IllegalArgumentException("name either a ruleSet or a bodySite");
    }
    String id =
        json.has("ruleSet")
            ? json.text("ruleSet")
            : RuleSetBySite.of(json.oneOf("bodySite", BodySite.class));
    if (!json.has("version")) {
      return ruleSets.newest(id);
    }
    int version = json.whole("version");
    return ruleSets
        .find(id, version)
        .orElseThrow(() -> new IllegalArgumentException("no version " + version + " of " + id));
  }

  private static RuleSet moved(RuleSet rules, StrictObject json) {
    if (!json.has("parameters")) {
      return rules;
    }
    StrictObject values = json.object("parameters");
    Map<String, Integer> moved = new HashMap<>();
    return values.build(
        () -> {
          values.names().forEach(name -> moved.put(name, values.whole(name)));
          return rules.with(moved);
        });
  }

  private static Answers answers(StrictObject json, RuleSet rules, LocalDate today) {
    Otherwise otherwise =
        json.has("otherwise") ? json.oneOf("otherwise", Otherwise.class) : Otherwise.UNANSWERED;
    StrictObject given = json.object("answers");
    return given.build(
        () -> {
          Set<String> unanswered = new HashSet<>();
          Map<String, Answer> known = new HashMap<>();
          for (String linkId : given.names()) {
            JsonValue value = given.value(linkId);
            if (value == JsonValue.NULL) {
              unanswered.add(linkId);
              question(rules, linkId);
            } else {
              known.put(linkId, given.at(linkId, () -> answer(rules, linkId, value)));
            }
          }
          Answers all = new CalculatedFacts(Answers.of(known), today).added().without(unanswered);
          return otherwise == Otherwise.NO ? new HarmlessAnswers(rules).add(all, unanswered) : all;
        });
  }

  private static Answer answer(RuleSet rules, String linkId, JsonValue value) {
    String text = text(value);
    return question(rules, linkId)
        .kind()
        .read(text)
        .orElseThrow(() -> new IllegalArgumentException("not an answer to it: " + text));
  }

  private static Question question(RuleSet rules, String linkId) {
    return rules
        .question(linkId)
        .orElseThrow(() -> new IllegalArgumentException("no question " + linkId));
  }

  private static String text(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> Answer.YesNo.YES.name();
      case FALSE -> Answer.YesNo.NO.name();
      case STRING -> ((JsonString) value).getString();
      case ARRAY ->
          ((JsonArray) value).stream().map(GivenAnswers::text).collect(Collectors.joining(","));
      default -> value.toString();
    };
  }
}

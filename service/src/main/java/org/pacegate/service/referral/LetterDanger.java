package org.pacegate.service.referral;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.screening.AnswerKind;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.Rule;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Section;
import org.pacegate.service.screening.FlagDecisionView;
import org.pacegate.service.screening.FlagView;
import org.pacegate.service.screening.RuleSets;
import org.pacegate.service.screening.ScreeningView;

/**
 * The danger signs of a letter: what was found with what became of it, what was asked and not
 * found, and what is not known (R5.63). Whatever is not known is never among what was not found.
 */
final class LetterDanger {

  /** A clinician's examination: it asks other questions than a screening does. */
  private static final String EXAMINATION = "dvt-wells";

  private static final String UNSURE = "UNSURE";
  private static final Set<String> ASSUMED = Set.of(UNSURE, "UNANSWERED");

  private final List<ScreeningView> screenings;
  private final RuleSets rules;
  private final LetterWords words;
  private final Language language;
  private final LongFunction<Set<String>> answered;

  /**
   * @param screenings of the episode, newest first
   * @param answered the questions that stand with an answer behind a screening
   */
  LetterDanger(
      List<ScreeningView> screenings,
      RuleSets rules,
      LetterWords words,
      Language language,
      LongFunction<Set<String>> answered) {
    this.screenings = screenings;
    this.answered = answered;
    this.rules = rules;
    this.words = words;
    this.language = language;
  }

  /** Empty until somebody has screened the runner. */
  Optional<JsonObjectBuilder> json() {
    return screenings.stream()
        .filter(each -> !each.ruleSet().equals(EXAMINATION))
        .findFirst()
        .map(this::json);
  }

  private JsonObjectBuilder json(ScreeningView asked) {
    Map<String, ScreeningView> found = found(asked);
    Map<String, List<Rule>> signs = signs(asked);
    signs.keySet().removeAll(found.keySet().stream().map(LetterDanger::sign).toList());
    JsonArrayBuilder positive = Json.createArrayBuilder();
    found.forEach((rule, by) -> positive.add(positive(flag(by, rule), by)));
    return Json.createObjectBuilder()
        .add("performed", asked.performedAt().toString())
        .add("performer", asked.performedBy())
        .add("positive", positive)
        .add("negative", areas(asked, negative(asked, signs)))
        .add("open", areas(asked, open(asked, signs)));
  }

  /** Of the newest screening and later examinations all; of older ones what nobody has cleared. */
  private Map<String, ScreeningView> found(ScreeningView asked) {
    Map<String, ScreeningView> found = new LinkedHashMap<>();
    for (ScreeningView each : screenings) {
      boolean counts = !each.performedAt().isBefore(asked.performedAt());
      each.flags().stream()
          .filter(flag -> counts || flag.state() != FlagState.CLEARED)
          .filter(flag -> !stands(found.get(flag.ruleId()), flag.ruleId()))
          .filter(flag -> !found.containsKey(flag.ruleId()) || flag.state() != FlagState.CLEARED)
          .forEach(flag -> found.put(flag.ruleId(), each));
    }
    return found;
  }

  /** A cleared flag never hides an older one of its rule that stands. */
  private static boolean stands(ScreeningView by, String rule) {
    return by != null && flag(by, rule).state() != FlagState.CLEARED;
  }

  private static FlagView flag(ScreeningView screening, String rule) {
    return screening.flags().stream()
        .filter(each -> each.ruleId().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private JsonObjectBuilder positive(FlagView flag, ScreeningView by) {
    JsonObjectBuilder positive =
        Json.createObjectBuilder()
            .add("code", flag.ruleId())
            .add("text", words.say(language, "screening", "rule." + flag.ruleId()))
            .add("found", by.performedAt().toString())
            .add("assumed", isAssumed(flag))
            .add("detail", details(flag, by));
    if (flag.urgency().keepsGateShut()) {
      positive.add("state", flag.state().name());
      lastDecision(flag)
          .ifPresent(
              last ->
                  positive
                      .add("decider", last.decidedBy())
                      .add("decided", last.decidedAt().toString())
                      .add("why", last.reason()));
    }
    return positive;
  }

  /** Whether nobody said yes, and it was found because somebody was not sure or not asked. */
  private static boolean isAssumed(FlagView flag) {
    return flag.inputs().values().stream().anyMatch(ASSUMED::contains)
        && flag.inputs().values().stream()
            .allMatch(kept -> ASSUMED.contains(kept) || kept.equals("NO"));
  }

  private static Optional<FlagDecisionView> lastDecision(FlagView flag) {
    return flag.state() == FlagState.OPEN || flag.decisions().isEmpty()
        ? Optional.empty()
        : Optional.of(flag.decisions().get(flag.decisions().size() - 1));
  }

  /** Answers that say more than yes: dates, amounts, choices, and where somebody was not sure. */
  private JsonArrayBuilder details(FlagView flag, ScreeningView by) {
    Optional<RuleSet> set = rules.find(by.ruleSet(), by.ruleSetVersion());
    JsonArrayBuilder details = Json.createArrayBuilder();
    flag.inputs()
        .forEach(
            (link, kept) ->
                set.flatMap(each -> each.question(link))
                    .filter(asked -> !asked.calculated())
                    .filter(
                        asked ->
                            kept.equals(UNSURE)
                                ? !isAssumed(flag)
                                : asked.kind() != AnswerKind.YES_NO && !ASSUMED.contains(kept))
                    .ifPresent(
                        asked ->
                            details.add(
                                Json.createObjectBuilder()
                                    .add("text", words.question(language, "answer." + link))
                                    .add(
                                        "answer",
                                        words.answer(language, "answer." + link, kept)))));
    return details;
  }

  /** The red flags that the screening asked about, by their clinical ids. */
  private Map<String, List<Rule>> signs(ScreeningView asked) {
    return rules
        .find(asked.ruleSet(), asked.ruleSetVersion())
        .map(RuleSet::rules)
        .orElse(List.of())
        .stream()
        .filter(rule -> rule.urgency().keepsGateShut())
        .collect(Collectors.groupingBy(Rule::clinicalId, LinkedHashMap::new, Collectors.toList()));
  }

  private static String sign(String ruleId) {
    int dot = ruleId.indexOf('.');
    return dot < 0 ? ruleId : ruleId.substring(0, dot);
  }

  /** What is missing names a question, or a rule that stays open for another reason. */
  private static boolean isOpen(ScreeningView asked, Rule rule) {
    return asked.missing().contains(rule.id())
        || rule.criterion().inputs().keySet().stream().anyMatch(asked.missing()::contains);
  }

  private static Map<String, List<Rule>> open(ScreeningView asked, Map<String, List<Rule>> signs) {
    return of(signs, all -> all.stream().anyMatch(rule -> isOpen(asked, rule)));
  }

  /** What was not asked of this runner, or is on no record, is not among what was not found. */
  private Map<String, List<Rule>> negative(ScreeningView asked, Map<String, List<Rule>> signs) {
    Set<String> questions = answered.apply(asked.screeningId());
    Map<String, List<Rule>> negative =
        of(signs, all -> all.stream().noneMatch(rule -> isOpen(asked, rule)));
    negative.entrySet().removeIf(sign -> own(sign).stream().noneMatch(questions::contains));
    return negative;
  }

  /** The questions of a sign: the one of its name, else its group's, else all that it reads. */
  private static Set<String> own(Map.Entry<String, List<Rule>> sign) {
    Set<String> all =
        sign.getValue().stream()
            .flatMap(rule -> rule.criterion().inputs().keySet().stream())
            .collect(Collectors.toSet());
    if (all.contains(sign.getKey())) {
      return Set.of(sign.getKey());
    }
    String group = sign.getKey().split("-", 2)[0] + "-";
    Set<String> named =
        all.stream().filter(link -> link.startsWith(group)).collect(Collectors.toSet());
    return named.isEmpty() ? all : named;
  }

  private static Map<String, List<Rule>> of(
      Map<String, List<Rule>> signs, Predicate<List<Rule>> which) {
    Map<String, List<Rule>> some = new LinkedHashMap<>(signs);
    some.values().removeIf(which.negate());
    return some;
  }

  /** By part of the questionnaire, in its order. */
  private JsonArrayBuilder areas(ScreeningView asked, Map<String, List<Rule>> signs) {
    Map<Section, List<String>> areas = new TreeMap<>();
    signs.forEach(
        (sign, all) ->
            areas.computeIfAbsent(area(asked, all.get(0)), each -> new ArrayList<>()).add(sign));
    JsonArrayBuilder json = Json.createArrayBuilder();
    areas.forEach(
        (area, codes) ->
            json.add(
                Json.createObjectBuilder()
                    .add("area", area.name())
                    .add("signs", Json.createArrayBuilder(codes))));
    return json;
  }

  /** Where the first of its questions stands that is asked. */
  private Section area(ScreeningView asked, Rule rule) {
    RuleSet set = rules.find(asked.ruleSet(), asked.ruleSetVersion()).orElseThrow();
    return set.questions().stream()
        .filter(each -> rule.criterion().inputs().containsKey(each.linkId()))
        .filter(each -> !each.calculated())
        .map(Question::section)
        .findFirst()
        .orElse(Section.GENERAL);
  }
}

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

  private static final Set<String> ASSUMED = Set.of("UNSURE", "UNANSWERED");

  private final List<ScreeningView> screenings;
  private final RuleSets rules;
  private final LetterWords words;
  private final Language language;

  /**
   * @param screenings of the episode, newest first
   */
  LetterDanger(
      List<ScreeningView> screenings, RuleSets rules, LetterWords words, Language language) {
    this.screenings = screenings;
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
        .add("negative", areas(asked, signs, false))
        .add("open", areas(asked, signs, true));
  }

  /** Of the newest screening and later examinations all; of older ones what nobody has cleared. */
  private Map<String, ScreeningView> found(ScreeningView asked) {
    Map<String, ScreeningView> found = new LinkedHashMap<>();
    for (ScreeningView each : screenings) {
      boolean counts = !each.performedAt().isBefore(asked.performedAt());
      each.flags().stream()
          .filter(flag -> counts || flag.state() != FlagState.CLEARED)
          .forEach(flag -> found.putIfAbsent(flag.ruleId(), each));
    }
    return found;
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
            .add("assumed", flag.inputs().values().stream().anyMatch(ASSUMED::contains))
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

  private static Optional<FlagDecisionView> lastDecision(FlagView flag) {
    return flag.state() == FlagState.OPEN || flag.decisions().isEmpty()
        ? Optional.empty()
        : Optional.of(flag.decisions().get(flag.decisions().size() - 1));
  }

  /** Answers that say more than yes: dates, amounts and choices. */
  private JsonArrayBuilder details(FlagView flag, ScreeningView by) {
    Optional<RuleSet> set = rules.find(by.ruleSet(), by.ruleSetVersion());
    JsonArrayBuilder details = Json.createArrayBuilder();
    flag.inputs()
        .forEach(
            (link, kept) ->
                set.flatMap(each -> each.question(link))
                    .filter(LetterDanger::saysMore)
                    .filter(asked -> !ASSUMED.contains(kept))
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

  private static boolean saysMore(Question asked) {
    return !asked.calculated() && asked.kind() != AnswerKind.YES_NO;
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

  /** By part of the questionnaire, in its order: the signs that are open, or those that are not. */
  private JsonArrayBuilder areas(ScreeningView asked, Map<String, List<Rule>> signs, boolean open) {
    Map<Section, List<String>> areas = new TreeMap<>();
    signs.forEach(
        (sign, all) -> {
          if (all.stream().anyMatch(rule -> isOpen(asked, rule)) == open) {
            areas.computeIfAbsent(area(asked, all.get(0)), each -> new ArrayList<>()).add(sign);
          }
        });
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

package org.pacegate.web.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pacegate.domain.screening.Effect;
import org.pacegate.domain.screening.Parameter;
import org.pacegate.domain.screening.Parameters;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.Rule;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.web.shared.LanguageView;
import org.pacegate.web.shared.Translations;

/** What a rule says besides its criterion, in words. */
@Named
@RequestScoped
public class RuleWords {

  @Inject private LanguageView language;
  @Inject private Translations words;
  @Inject private CriterionWords criteria;

  /** The evidence tags in words: how the source was read, and what is a proposal. */
  public String evidence(Rule rule) {
    ScreeningWords evidence = ScreeningWords.in(language.getLocale());
    return Arrays.stream(rule.source().tag().split(","))
        .map(tag -> evidence.say("evidence." + tag.charAt(0), tag))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** Ids one after the other. */
  public String joined(List<String> ids) {
    return String.join(", ", ids);
  }

  /** What it forbids or recommends, in the order of the vocabulary. */
  public List<Effect> effects(Rule rule) {
    return rule.effects().stream().sorted().toList();
  }

  /** How soon the patient is seen, where it is sooner than the urgency says; else null. */
  public String seenWithin(Rule rule) {
    return rule.seenWithinDays().isPresent()
        ? criteria.amount("DAYS", rule.seenWithinDays().getAsInt())
        : null;
  }

  /** The questions that it reads and that are asked of some only. */
  public List<Question> conditional(RuleSet rules, Rule rule) {
    return rules.questions().stream()
        .filter(question -> rule.criterion().inputs().containsKey(question.linkId()))
        .filter(question -> question.enabledWhen().isPresent())
        .toList();
  }

  /** When such a question is asked, line by line. */
  public List<CriterionLine> asked(Question question) {
    return question.enabledWhen().map(criteria::of).orElseGet(List::of);
  }

  /** The thresholds that the clinic may move and that this rule follows by itself. */
  public List<String> parameters(RuleSet rules, Rule rule) {
    return rules.parameters().all().stream()
        .filter(parameter -> follows(rule, rules.parameters(), parameter))
        .map(this::parameter)
        .toList();
  }

  private static boolean follows(Rule rule, Parameters parameters, Parameter parameter) {
    int other = parameter.value() == parameter.min() ? parameter.max() : parameter.min();
    Parameters moved = parameters.with(Map.of(parameter.name(), other));
    boolean seen =
        rule.seenWithin().flatMap(each -> each.parameter()).equals(Optional.of(parameter.name()));
    return seen || !rule.criterion().with(moved).equals(rule.criterion());
  }

  private String parameter(Parameter parameter) {
    return words.say(
        "screening",
        "rules.parameter",
        words.say("screening", "parameter." + parameter.name()),
        criteria.amount(parameter.unit().name(), parameter.value()),
        parameter.min(),
        parameter.max());
  }
}

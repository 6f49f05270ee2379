package org.pacegate.domain.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pacegate.domain.screening.Answer.NotApplicable;

/** One reading of plausible answers by a rule set. */
final class RuleSetRun {
  private final RuleSet ruleSet;
  private final Answers given;

  RuleSetRun(RuleSet ruleSet, Answers given) {
    this.ruleSet = ruleSet;
    this.given = given;
  }

  Evaluation asHandedIn() {
    Answers answers = applicable();
    return evaluation(answers, unansweredIn(answers));
  }

  /**
   * Rules fire on what was answered. A rule that could still fire on what was not asked stays open,
   * also one that acts alone; a fact that the record lacks counts as when handed in.
   */
  Evaluation whenStopped() {
    Answers whole = applicable();
    return evaluation(asked(), whole, unansweredIn(whole));
  }

  Evaluation whileAsking() {
    Answers asked = asked();
    for (Question question : ruleSet.questions()) {
      if (!asked.has(question.linkId())) {
        asked = asked.with(question.linkId(), NotApplicable.NOT_APPLICABLE);
      }
    }
    return evaluation(asked, ruleSet.openQuestions(given).stream().map(Question::linkId).toList());
  }

  /** The answers, with "does not apply" for every question that is surely not enabled. */
  Answers applicable() {
    Answers answers = given;
    for (Question question : ruleSet.questions()) {
      if (question.applies(answers) == Outcome.NOT_MET) {
        answers = answers.with(question.linkId(), NotApplicable.NOT_APPLICABLE);
      }
    }
    return answers;
  }

  List<Question> enabledQuestions() {
    Answers asked = asked();
    return ruleSet.questions().stream()
        .filter(question -> !question.calculated() && question.applies(asked) != Outcome.NOT_MET)
        .toList();
  }

  /** Like {@link #applicable}, and a question without an answer counts as not yet asked. */
  private Answers asked() {
    Answers asked = given;
    for (Question question : ruleSet.questions()) {
      boolean notYet = !question.calculated() && !given.has(question.linkId());
      if (notYet || question.applies(asked) == Outcome.NOT_MET) {
        asked = asked.with(question.linkId(), NotApplicable.NOT_APPLICABLE);
      }
    }
    return asked;
  }

  private List<String> unansweredIn(Answers answers) {
    return ruleSet.questions().stream()
        .filter(question -> question.required() && !answers.has(question.linkId()))
        .map(Question::linkId)
        .toList();
  }

  private Evaluation evaluation(Answers answers, List<String> unanswered) {
    return evaluation(answers, answers, unanswered);
  }

  /**
   * @param heard what rules fire on
   * @param whole what keeps a rule open that did not fire; more of it may be unknown
   */
  private Evaluation evaluation(Answers heard, Answers whole, List<String> unanswered) {
    boolean allHeard = heard.equals(whole);
    List<FiredRule> fired = new ArrayList<>();
    List<String> open = new ArrayList<>();
    Set<String> missing = new LinkedHashSet<>(unanswered);
    for (Rule rule : ruleSet.rules()) {
      CriterionResult result = rule.criterion().evaluate(heard);
      CriterionResult rest = allHeard ? result : rule.criterion().evaluate(whole);
      if (rule.firesOn(result.outcome())) {
        fired.add(FiredRule.of(rule, result, heard));
      } else if (rest.outcome() == Outcome.MET) {
        fired.add(FiredRule.of(rule, rest, whole));
      } else if (rest.outcome() == Outcome.INDETERMINATE) {
        open.add(rule.id());
        missing.addAll(rest.missing());
      }
    }
    fired.sort(Comparator.comparing(FiredRule::urgency));
    return new Evaluation(
        ruleSet.id(), ruleSet.version(), ruleSet.thresholds(), fired, inOrder(missing), open);
  }

  private List<String> inOrder(Set<String> linkIds) {
    return ruleSet.questions().stream().map(Question::linkId).filter(linkIds::contains).toList();
  }
}

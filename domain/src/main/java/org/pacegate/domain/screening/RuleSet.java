package org.pacegate.domain.screening;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A versioned set of questions and the rules that read their answers. An instance is well formed:
 * ids are unique, rules read only questions that exist and are required, with the kind of answer
 * they take, a question depends only on questions before it, and every parameter moves something
 * and can be moved to both of its bounds.
 *
 * @param id which complaint it screens, such as {@code low-back-pain}
 * @param version rises with every change
 * @param thresholds the clinic's version of its thresholds; empty as shipped
 * @param parameters thresholds that a clinic may move
 * @param questions calculated facts and questions, in asking order
 * @param rules the decision table
 */
public record RuleSet(
    String id,
    int version,
    Optional<Long> thresholds,
    Parameters parameters,
    List<Question> questions,
    List<Rule> rules) {

  /** Refuses a malformed rule set, saying what is wrong with it. */
  public RuleSet {
    Code.refuseMalformed(id);
    Objects.requireNonNull(thresholds, "thresholds");
    questions = List.copyOf(questions);
    rules = List.copyOf(rules);
    new RuleSetCheck(version, parameters, questions, rules).refuseMalformed();
  }

  /** A rule set as shipped. */
  public RuleSet(
      String id, int version, Parameters parameters, List<Question> questions, List<Rule> rules) {
    this(id, version, Optional.empty(), parameters, questions, rules);
  }

  /** A rule set whose thresholds are all written into its rules. */
  public RuleSet(String id, int version, List<Question> questions, List<Rule> rules) {
    this(id, version, Parameters.none(), questions, rules);
  }

  /**
   * The same rules with parameters at other values, by name. It keeps its version: whoever puts it
   * to use keeps the values beside it, so that an evaluation can be told apart later.
   *
   * @throws IllegalArgumentException for an unknown parameter or a value outside its bounds
   */
  public RuleSet with(Map<String, Integer> values) {
    return with(values, Optional.empty());
  }

  /**
   * The same rules at a clinic's thresholds; every evaluation names the version of them (R1.41).
   *
   * @param clinicVersion id of the clinic's version that holds the values; empty for a trial
   */
  public RuleSet with(Map<String, Integer> values, Optional<Long> clinicVersion) {
    Parameters moved = parameters.with(values);
    return new RuleSet(
        id,
        version,
        clinicVersion,
        moved,
        questions.stream().map(question -> question.with(moved)).toList(),
        rules.stream().map(rule -> rule.with(moved)).toList());
  }

  /**
   * The screening as handed in: an unanswered question counts as "not sure". An answer that cannot
   * be true ({@link #problems}) counts as none.
   */
  public Evaluation screen(Answers given) {
    return new RuleSetRun(this, plausible(given)).asHandedIn();
  }

  /**
   * The screening of a conversation that was stopped: what was answered decides, and what was not
   * asked is missing. It says neither yes nor no to anything that was not asked (R1.13).
   */
  public Evaluation stopped(Answers given) {
    return new RuleSetRun(this, plausible(given)).whenStopped();
  }

  /**
   * The live view while answers come in: an unanswered question has not been asked yet and counts
   * as no, "not sure" counts as in {@link #screen}.
   */
  public Evaluation soFar(Answers given) {
    return new RuleSetRun(this, plausible(given)).whileAsking();
  }

  /** The questions to show with these answers, answered or not, in order; no calculated facts. */
  public List<Question> enabledQuestions(Answers given) {
    return new RuleSetRun(this, plausible(given)).enabledQuestions();
  }

  /** The required questions among them that have no answer yet, in order. */
  public List<Question> openQuestions(Answers given) {
    Answers plausible = plausible(given);
    return enabledQuestions(given).stream()
        .filter(question -> question.required() && !plausible.has(question.linkId()))
        .toList();
  }

  /** Every answer that cannot be true, by link id. */
  public List<AnswerProblem> problems(Answers given) {
    return new AnswerCheck(questionsByLinkId(), given).problems();
  }

  /** The question with this link id. */
  public Optional<Question> question(String linkId) {
    return questions.stream().filter(question -> question.linkId().equals(linkId)).findFirst();
  }

  /** The rule with this id. */
  public Optional<Rule> rule(String ruleId) {
    return rules.stream().filter(rule -> rule.id().equals(ruleId)).findFirst();
  }

  /** What every rule says about these answers as handed in, by rule id. */
  public Map<String, CriterionResult> assess(Answers given) {
    Answers applicable = new RuleSetRun(this, plausible(given)).applicable();
    return rules.stream()
        .collect(Collectors.toMap(Rule::id, rule -> rule.criterion().evaluate(applicable)));
  }

  /**
   * True when a rule that acts alone and needs clearance reads this question, so that "not sure"
   * already counts as a danger.
   */
  public boolean actsAlone(String linkId) {
    return rules.stream()
        .filter(rule -> rule.kind() == RuleKind.ACT_ALONE && rule.urgency().keepsGateShut())
        .anyMatch(rule -> rule.criterion().inputs().containsKey(linkId));
  }

  private Answers plausible(Answers given) {
    return given.without(problems(given).stream().map(AnswerProblem::linkId).toList());
  }

  private Map<String, Question> questionsByLinkId() {
    return questions.stream().collect(Collectors.toMap(Question::linkId, Function.identity()));
  }
}

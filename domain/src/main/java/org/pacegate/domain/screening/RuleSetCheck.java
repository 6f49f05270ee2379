package org.pacegate.domain.screening;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses a rule set whose parts do not fit together. */
final class RuleSetCheck {
  private final int version;
  private final Parameters parameters;
  private final List<Question> questions;
  private final List<Rule> rules;

  RuleSetCheck(int version, Parameters parameters, List<Question> questions, List<Rule> rules) {
    this.version = version;
    this.parameters = parameters;
    this.questions = questions;
    this.rules = rules;
  }

  void refuseMalformed() {
    refuseIf(version < 1, "version below one");
    refuseIf(questions.isEmpty() || rules.isEmpty(), "no questions or no rules");
    Map<String, Question> known = new HashMap<>();
    for (Question question : questions) {
      question.enabledWhen().ifPresent(when -> refuseUnfit(question.linkId(), when, known));
      refuseIf(
          known.put(question.linkId(), question) != null, "question twice: " + question.linkId());
    }
    Set<String> ruleIds = new HashSet<>();
    for (Rule rule : rules) {
      refuseIf(!ruleIds.add(rule.id()), "rule twice: " + rule.id());
      refuseUnfit(rule.id(), rule.criterion(), known);
    }
    refuseIf(!whole(parameters).equals(List.of(questions, rules)), "a threshold off its parameter");
    parameters.all().forEach(parameter -> refuseUnmovable(parameter, known));
  }

  /** Both bounds must make rules that can be built, and they must differ. */
  private void refuseUnmovable(Parameter parameter, Map<String, Question> known) {
    Parameters lowest = parameters.with(Map.of(parameter.name(), parameter.min()));
    Parameters highest = parameters.with(Map.of(parameter.name(), parameter.max()));
    refuseIf(
        whole(lowest).equals(whole(highest)),
        "no rule or question follows the parameter " + parameter.name());
    rules.forEach(rule -> refuseUnknownCodes(rule.id(), rule.criterion().with(highest), known));
  }

  private List<List<?>> whole(Parameters values) {
    return List.of(
        questions.stream().map(question -> question.with(values)).toList(),
        rules.stream().map(rule -> rule.with(values)).toList());
  }

  private static void refuseUnfit(String reader, Criterion criterion, Map<String, Question> known) {
    criterion
        .inputs()
        .forEach(
            (linkId, kind) -> {
              Question question = known.get(linkId);
              refuseIf(question == null, reader + " reads the unknown question " + linkId);
              refuseIf(question.kind() != kind, reader + " reads " + linkId + " as " + kind);
              refuseIf(!question.required(), reader + " reads the optional question " + linkId);
            });
    refuseUnknownCodes(reader, criterion, known);
  }

  private static void refuseUnknownCodes(
      String reader, Criterion criterion, Map<String, Question> known) {
    if (criterion instanceof Criterion.ChoiceIs choice) {
      refuseIf(
          !known.get(choice.linkId()).choices().containsAll(choice.codes()),
          reader + " asks for a code that " + choice.linkId() + " does not offer");
    } else if (criterion instanceof Criterion.ChosenAtLeast chosen) {
      refuseIf(
          known.get(chosen.linkId()).choices().size() < chosen.count().value(),
          reader + " asks for more codes than " + chosen.linkId() + " offers");
    }
    criterion.parts().forEach(part -> refuseUnknownCodes(reader, part, known));
  }

  private static void refuseIf(boolean malformed, String problem) {
    if (malformed) {
      throw new IllegalArgumentException(problem);
    }
  }
}

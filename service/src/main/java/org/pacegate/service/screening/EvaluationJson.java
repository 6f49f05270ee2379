package org.pacegate.service.screening;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import org.pacegate.domain.screening.AnswerProblem;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Parameter;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Source;

/** An evaluation as JSON: urgency, fired rules with their sources, and what is missing. */
final class EvaluationJson {
  private EvaluationJson() {}

  static JsonObject of(GivenAnswers given) {
    RuleSet rules = given.rules();
    Evaluation found = given.evaluation();
    JsonObjectBuilder json = Json.createObjectBuilder();
    given.id().ifPresent(id -> json.add("id", id));
    json.add("ruleSet", found.ruleSetId()).add("version", found.ruleSetVersion());
    if (!rules.parameters().all().isEmpty()) {
      json.add("parameters", parameters(rules));
    }
    json.add("status", found.status().name());
    found
        .maxUrgency()
        .ifPresentOrElse(
            urgency -> json.add("urgency", urgency.name()),
            () -> json.add("urgency", JsonValue.NULL));
    JsonArrayBuilder fired = Json.createArrayBuilder();
    found.fired().forEach(rule -> fired.add(rule(rule)));
    return json.add("fired", fired)
        .add("complete", found.isComplete())
        .add("missing", texts(found.missing()))
        .add("indeterminate", texts(found.indeterminateRules()))
        .add("problems", problems(given.problems()))
        .build();
  }

  private static JsonObject parameters(RuleSet rules) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    for (Parameter parameter : rules.parameters().all()) {
      json.add(parameter.name(), parameter.value());
    }
    return json.build();
  }

  private static JsonObject rule(FiredRule rule) {
    JsonObjectBuilder inputs = Json.createObjectBuilder();
    rule.inputs().forEach(inputs::add);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("rule", rule.ruleId())
            .add("urgency", rule.urgency().name())
            .add("target", rule.target().name());
    rule.seenWithinDays().ifPresent(days -> json.add("seenWithinDays", days));
    return json.add("effects", texts(rule.effects().stream().map(Enum::name).sorted().toList()))
        .add("source", source(rule.source()))
        .add("proposal", rule.proposal())
        .add("inputs", inputs)
        .add("assumed", texts(rule.assumed()))
        .build();
  }

  private static JsonObject source(Source source) {
    return Json.createObjectBuilder()
        .add("tag", source.tag())
        .add("reference", source.reference())
        .add("note", source.note())
        .build();
  }

  private static JsonArrayBuilder problems(Collection<AnswerProblem> problems) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    problems.forEach(
        problem ->
            json.add(
                Json.createObjectBuilder()
                    .add("linkId", problem.linkId())
                    .add("reason", problem.reason().name())));
    return json;
  }

  private static JsonArrayBuilder texts(Collection<String> all) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    all.forEach(json::add);
    return json;
  }
}

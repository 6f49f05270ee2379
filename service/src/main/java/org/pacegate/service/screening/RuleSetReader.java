package org.pacegate.service.screening;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.screening.AnswerKind;
import org.pacegate.domain.screening.Criterion;
import org.pacegate.domain.screening.Effect;
import org.pacegate.domain.screening.Parameter;
import org.pacegate.domain.screening.Parameters;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.Rule;
import org.pacegate.domain.screening.RuleKind;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Section;
import org.pacegate.domain.screening.Source;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;

/**
 * Reads a rule set from JSON. Whatever it does not know, finds twice or does not find is refused
 * with its place in the file ({@link InvalidRuleSet}).
 */
final class RuleSetReader {
  private final CriterionReader criteria;

  private RuleSetReader(CriterionReader criteria) {
    this.criteria = criteria;
  }

  static RuleSet read(InputStream in) {
    StrictObject root = root(in);
    return root.build(() -> ruleSet(root));
  }

  private static RuleSet ruleSet(StrictObject root) {
    Parameters parameters = parameters(root);
    CriterionReader criteria = new CriterionReader(parameters);
    if (root.has("criteria")) {
      criteria.define(root.object("criteria"));
    }
    RuleSetReader reader = new RuleSetReader(criteria);
    RuleSet ruleSet =
        new RuleSet(
            root.text("id"),
            root.whole("version"),
            parameters,
            root.objects("questions").stream().map(reader::question).toList(),
            root.objects("rules").stream().map(reader::rule).toList());
    if (!criteria.unused().isEmpty()) {
      throw new IllegalArgumentException("named and never used: " + criteria.unused());
    }
    return ruleSet;
  }

  /** The whole file as one object; the same property twice is refused. */
  static StrictObject root(InputStream in) {
    Map<String, Object> strict = Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE);
    try (JsonReader reader = Json.createReaderFactory(strict).createReader(in)) {
      return StrictObject.of("$", reader.readObject());
    } catch (JsonException malformed) {
      throw new InvalidRuleSet("$", malformed);
    }
  }

  private static Parameters parameters(StrictObject root) {
    return root.has("parameters")
        ? new Parameters(root.objects("parameters").stream().map(RuleSetReader::parameter).toList())
        : Parameters.none();
  }

  private static Parameter parameter(StrictObject json) {
    return json.build(
        () ->
            new Parameter(
                json.text("name"),
                json.oneOf("unit", Parameter.Unit.class),
                json.whole("value"),
                json.whole("min"),
                json.whole("max")));
  }

  private Question question(StrictObject json) {
    return json.build(
        () ->
            new Question(
                json.text("linkId"),
                json.oneOf("section", Section.class),
                json.oneOf("kind", AnswerKind.class),
                json.has("calculated") && json.flag("calculated"),
                !json.has("required") || json.flag("required"),
                json.has("choices") ? json.texts("choices") : List.of(),
                json.optionalAmount("min"),
                json.optionalAmount("max"),
                enabledWhen(json)));
  }

  private Optional<Criterion> enabledWhen(StrictObject json) {
    return json.has("enabledWhen")
        ? Optional.of(criteria.read(json.object("enabledWhen")))
        : Optional.empty();
  }

  private Rule rule(StrictObject json) {
    return json.build(
        () ->
            new Rule(
                json.text("id"),
                json.oneOf("kind", RuleKind.class),
                json.oneOf("urgency", Urgency.class),
                json.oneOf("target", Target.class),
                json.has("seenWithinDays")
                    ? Optional.of(
                        criteria.threshold(json, "seenWithinDays", json::whole, Parameter::days))
                    : Optional.empty(),
                effects(json),
                criteria.read(json.object("criterion")),
                source(json.object("source")),
                json.flag("proposal")));
  }

  private static Set<Effect> effects(StrictObject json) {
    Set<Effect> effects = EnumSet.noneOf(Effect.class);
    if (json.has("effects")) {
      json.texts("effects").forEach(e -> effects.add(json.at("effects", () -> Effect.valueOf(e))));
    }
    return effects;
  }

  private static Source source(StrictObject json) {
    return json.build(
        () -> new Source(json.text("tag"), json.text("reference"), json.text("note")));
  }
}

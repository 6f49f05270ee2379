package org.pacegate.service.screening;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.pacegate.domain.screening.Comparison;
import org.pacegate.domain.screening.Criterion;
import org.pacegate.domain.screening.Criterion.AllOf;
import org.pacegate.domain.screening.Criterion.AmountIs;
import org.pacegate.domain.screening.Criterion.AnsweredYes;
import org.pacegate.domain.screening.Criterion.AnyOf;
import org.pacegate.domain.screening.Criterion.AtLeastNOf;
import org.pacegate.domain.screening.Criterion.ChoiceIs;
import org.pacegate.domain.screening.Criterion.ChosenAtLeast;
import org.pacegate.domain.screening.Criterion.CountBetween;
import org.pacegate.domain.screening.Criterion.LongerAgoThan;
import org.pacegate.domain.screening.Criterion.Not;
import org.pacegate.domain.screening.Parameter;
import org.pacegate.domain.screening.Parameters;
import org.pacegate.domain.screening.Threshold;

/**
 * Reads a criterion: an object whose only property names the criterion. A number may be the name of
 * a parameter instead, and {@code named} stands for a criterion that the file defines once under
 * {@code criteria}; a name is known only after its definition, so none can hold itself.
 */
final class CriterionReader {
  private final Parameters parameters;
  private final Map<String, Criterion> defined = new HashMap<>();
  private final Set<String> unused = new TreeSet<>();

  CriterionReader(Parameters parameters) {
    this.parameters = parameters;
  }

  void define(StrictObject json) {
    for (String name : json.names()) {
      Criterion criterion = read(json.object(name));
      defined.put(name, criterion);
      unused.add(name);
    }
  }

  /** Names that were defined and never stood for anything. */
  Set<String> unused() {
    return Set.copyOf(unused);
  }

  Criterion read(StrictObject json) {
    if (json.names().size() != 1) {
      throw new InvalidRuleSet(json.path(), "a criterion has exactly one name");
    }
    String name = json.names().iterator().next();
    return json.build(() -> of(name, json));
  }

  private Criterion of(String name, StrictObject json) {
    return switch (name) {
      case "answeredYes" -> new AnsweredYes(json.text(name));
      case "amountIs" -> amountIs(json.object(name));
      case "choiceIs" -> choiceIs(json.object(name));
      case "chosenAtLeast" -> chosenAtLeast(json.object(name));
      case "longerAgoThan" -> longerAgoThan(json.object(name));
      case "allOf" -> new AllOf(parts(name, json));
      case "anyOf" -> new AnyOf(parts(name, json));
      case "atLeast" -> atLeast(json.object(name));
      case "countBetween" -> countBetween(json.object(name));
      case "not" -> new Not(read(json.object(name)));
      case "named" -> named(json.text(name));
      default -> throw new InvalidRuleSet(json.path() + "." + name, "unknown criterion");
    };
  }

  private Criterion named(String name) {
    if (!defined.containsKey(name)) {
      throw new IllegalArgumentException("no criterion of this name before it: " + name);
    }
    unused.remove(name);
    return defined.get(name);
  }

  private Criterion amountIs(StrictObject json) {
    return json.build(
        () ->
            new AmountIs(
                json.text("linkId"),
                json.oneOf("comparison", Comparison.class),
                threshold(json, "limit", json::amount, Parameter::amount)));
  }

  private Criterion choiceIs(StrictObject json) {
    return json.build(() -> new ChoiceIs(json.text("linkId"), Set.copyOf(json.texts("codes"))));
  }

  private Criterion chosenAtLeast(StrictObject json) {
    return json.build(() -> new ChosenAtLeast(json.text("linkId"), count(json, "count")));
  }

  private Criterion longerAgoThan(StrictObject json) {
    return json.build(
        () ->
            new LongerAgoThan(
                json.text("linkId"),
                threshold(json, "period", name -> period(json, name), Parameter::period)));
  }

  private static Period period(StrictObject json, String name) {
    try {
      return Period.parse(json.text(name));
    } catch (DateTimeParseException malformed) {
      throw new InvalidRuleSet(json.path() + "." + name, malformed);
    }
  }

  private Criterion atLeast(StrictObject json) {
    return json.build(() -> new AtLeastNOf(count(json, "n"), parts("of", json)));
  }

  private Criterion countBetween(StrictObject json) {
    return json.build(
        () -> new CountBetween(json.whole("min"), json.whole("max"), parts("of", json)));
  }

  private Threshold<Integer> count(StrictObject json, String name) {
    return threshold(json, name, json::whole, Parameter::count);
  }

  /** A value written here, or an object that names the parameter it follows. */
  <T> Threshold<T> threshold(
      StrictObject json, String name, Function<String, T> written, Function<Parameter, T> reading) {
    if (!json.isObject(name)) {
      return Threshold.fixed(written.apply(name));
    }
    StrictObject reference = json.object(name);
    return reference.build(
        () -> Threshold.of(parameters.expect(reference.text("parameter")), reading));
  }

  private List<Criterion> parts(String name, StrictObject json) {
    return json.objects(name).stream().map(this::read).toList();
  }
}

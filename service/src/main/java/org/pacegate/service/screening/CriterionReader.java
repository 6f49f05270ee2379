package org.pacegate.service.screening;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.pacegate.domain.screening.Comparison;
import org.pacegate.domain.screening.Criterion;
import org.pacegate.domain.screening.Criterion.AllOf;
import org.pacegate.domain.screening.Criterion.AmountIs;
import org.pacegate.domain.screening.Criterion.AnsweredYes;
import org.pacegate.domain.screening.Criterion.AnyOf;
import org.pacegate.domain.screening.Criterion.AtLeastNOf;
import org.pacegate.domain.screening.Criterion.ChoiceIs;
import org.pacegate.domain.screening.Criterion.ChosenAtLeast;
import org.pacegate.domain.screening.Criterion.LongerAgoThan;
import org.pacegate.domain.screening.Criterion.Not;

/** Reads a criterion: an object whose only property names the criterion. */
final class CriterionReader {
  private CriterionReader() {}

  static Criterion read(StrictObject json) {
    if (json.names().size() != 1) {
      throw new InvalidRuleSet(json.path(), "a criterion has exactly one name");
    }
    String name = json.names().iterator().next();
    return json.build(() -> named(name, json));
  }

  private static Criterion named(String name, StrictObject json) {
    return switch (name) {
      case "answeredYes" -> new AnsweredYes(json.text(name));
      case "amountIs" -> amountIs(json.object(name));
      case "choiceIs" -> choiceIs(json.object(name));
      case "chosenAtLeast" -> chosenAtLeast(json.object(name));
      case "longerAgoThan" -> longerAgoThan(json.object(name));
      case "allOf" -> new AllOf(parts(name, json));
      case "anyOf" -> new AnyOf(parts(name, json));
      case "atLeast" -> atLeast(json.object(name));
      case "not" -> new Not(read(json.object(name)));
      default -> throw new InvalidRuleSet(json.path() + "." + name, "unknown criterion");
    };
  }

  private static Criterion amountIs(StrictObject json) {
    return json.build(
        () ->
            new AmountIs(
                json.text("linkId"),
                json.oneOf("comparison", Comparison.class),
                json.amount("limit")));
  }

  private static Criterion choiceIs(StrictObject json) {
    return json.build(() -> new ChoiceIs(json.text("linkId"), Set.copyOf(json.texts("codes"))));
  }

  private static Criterion chosenAtLeast(StrictObject json) {
    return json.build(() -> new ChosenAtLeast(json.text("linkId"), json.whole("count")));
  }

  private static Criterion longerAgoThan(StrictObject json) {
    return json.build(() -> new LongerAgoThan(json.text("linkId"), period(json)));
  }

  private static Period period(StrictObject json) {
    try {
      return Period.parse(json.text("period"));
    } catch (DateTimeParseException malformed) {
      throw new InvalidRuleSet(json.path() + ".period", malformed);
    }
  }

  private static Criterion atLeast(StrictObject json) {
    return json.build(() -> new AtLeastNOf(json.whole("n"), parts("of", json)));
  }

  private static List<Criterion> parts(String name, StrictObject json) {
    return json.objects(name).stream().map(CriterionReader::read).toList();
  }
}

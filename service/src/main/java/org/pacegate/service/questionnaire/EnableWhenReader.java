package org.pacegate.service.questionnaire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.pacegate.domain.questionnaire.EnableWhen;
import org.pacegate.domain.questionnaire.Enablement;
import org.pacegate.domain.questionnaire.Enablement.Behavior;
import org.pacegate.domain.questionnaire.Operator;
import org.pacegate.domain.questionnaire.Value;
import org.pacegate.domain.questionnaire.Value.Amount;
import org.pacegate.domain.questionnaire.Value.Coded;
import org.pacegate.domain.questionnaire.Value.Day;
import org.pacegate.domain.questionnaire.Value.Free;
import org.pacegate.domain.questionnaire.Value.Truth;

/** Reads the conditions of one item. */
final class EnableWhenReader {
  private final QuestionnaireItemComponent fhir;
  private final String place;
  private final List<FileProblem> problems;

  EnableWhenReader(QuestionnaireItemComponent fhir, String place, List<FileProblem> problems) {
    this.fhir = fhir;
    this.place = place;
    this.problems = problems;
  }

  Enablement read() {
    List<EnableWhen> conditions = new ArrayList<>();
    for (int i = 0; i < fhir.getEnableWhen().size(); i++) {
      String where = "%s.enableWhen[%d]".formatted(place, i);
      condition(fhir.getEnableWhen().get(i), where).ifPresent(conditions::add);
    }
    if (conditions.size() > 1 && !fhir.hasEnableBehavior()) {
      problems.add(new FileProblem(place + ".enableBehavior", "item.behaviorMissing", ""));
    }
    boolean any = fhir.getEnableBehavior() == EnableWhenBehavior.ANY;
    return new Enablement(any ? Behavior.ANY : Behavior.ALL, conditions);
  }

  private Optional<EnableWhen> condition(QuestionnaireItemEnableWhenComponent each, String where) {
    Optional<Value> answer = value(each.getAnswer());
    Optional<Operator> operator = operator(each);
    if (!each.hasQuestion() || operator.isEmpty() || answer.isEmpty()) {
      problems.add(new FileProblem(where, "item.conditionIncomplete", ""));
      return Optional.empty();
    }
    return Optional.of(new EnableWhen(each.getQuestion(), operator.get(), answer.get()));
  }

  private static Optional<Operator> operator(QuestionnaireItemEnableWhenComponent each) {
    if (!each.hasOperator()) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (each.getOperator()) {
          case EXISTS -> Operator.EXISTS;
          case EQUAL -> Operator.EQUAL;
          case NOT_EQUAL -> Operator.NOT_EQUAL;
          case GREATER_THAN -> Operator.GREATER;
          case LESS_THAN -> Operator.LESS;
          case GREATER_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
          case LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
          default -> null;
        });
  }

  private static Optional<Value> value(Type answer) {
    if (answer instanceof BooleanType flag && flag.getValue() != null) {
      return Optional.of(new Truth(flag.getValue()));
    }
    if (answer instanceof Coding coding && coding.hasCode()) {
      return Optional.of(new Coded(coding.getCode()));
    }
    if (answer instanceof IntegerType whole && whole.getValue() != null) {
      return Optional.of(Amount.of(whole.getValue()));
    }
    if (answer instanceof DecimalType decimal && decimal.getValue() != null) {
      return Optional.of(new Amount(decimal.getValue()));
    }
    // a year or a month alone is no day to compare with
    if (answer instanceof DateType date && date.getValueAsString().length() == 10) {
      return Optional.of(new Day(LocalDate.parse(date.getValueAsString())));
    }
    if (answer instanceof StringType words && words.getValue() != null) {
      return Optional.of(new Free(words.getValue()));
    }
    return Optional.empty();
  }
}

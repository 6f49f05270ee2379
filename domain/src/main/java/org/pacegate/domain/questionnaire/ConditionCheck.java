package org.pacegate.domain.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pacegate.domain.questionnaire.Flaw.Kind;
import org.pacegate.domain.questionnaire.Value.Coded;
import org.pacegate.domain.questionnaire.Value.Truth;

/** What is wrong with the conditions of one item. */
final class ConditionCheck {
  private static final int MOST_CONDITIONS = 100;

  private final Item item;
  private final Map<String, Item> items;
  private final List<Flaw> flaws = new ArrayList<>();

  ConditionCheck(Item item, Map<String, Item> items) {
    this.item = item;
    this.items = items;
  }

  List<Flaw> flaws() {
    List<EnableWhen> conditions = item.enablement().conditions();
    if (conditions.size() > MOST_CONDITIONS) {
      flaw(Kind.TOO_MANY_CONDITIONS, String.valueOf(conditions.size()));
      return flaws;
    }
    conditions.forEach(this::check);
    return flaws;
  }

  private void check(EnableWhen condition) {
    String question = condition.question();
    Item other = items.get(question);
    if (question.equals(item.linkId())) {
      flaw(Kind.CONDITION_ON_ITSELF, question);
    } else if (other == null) {
      flaw(Kind.CONDITION_ON_UNKNOWN_ITEM, question);
    } else if (!other.type().isQuestion()) {
      flaw(Kind.CONDITION_ON_NO_QUESTION, question);
    } else {
      checkAnswer(condition, other);
    }
  }

  private void checkAnswer(EnableWhen condition, Item other) {
    Value answer = condition.answer();
    boolean fits =
        condition.operator() == Operator.EXISTS
            ? answer instanceof Truth
            : other.type().takes(answer);
    if (!fits) {
      flaw(Kind.CONDITION_OF_WRONG_KIND, condition.question());
    } else if (condition.operator().compares() && !other.type().isOrdered()) {
      flaw(Kind.CONDITION_CANNOT_COMPARE, condition.question());
    } else if (answer instanceof Coded coded && other.option(coded.code()).isEmpty()) {
      flaw(Kind.CONDITION_ON_UNKNOWN_OPTION, condition.question() + " " + coded.code());
    }
  }

  private void flaw(Kind kind, String detail) {
    flaws.add(new Flaw(item.linkId(), kind, detail));
  }
}

package org.pacegate.domain.questionnaire;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.pacegate.domain.questionnaire.Value.Amount;
import org.pacegate.domain.questionnaire.Value.Coded;
import org.pacegate.domain.questionnaire.Value.Day;
import org.pacegate.domain.questionnaire.Value.NotSure;
import org.pacegate.domain.questionnaire.Value.Truth;
import org.pacegate.domain.screening.Answer;
import org.pacegate.domain.screening.Answer.Choice;
import org.pacegate.domain.screening.Answer.Choices;
import org.pacegate.domain.screening.Answer.OnDate;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.RuleSet;

/**
 * What is known for a screening, as a response to the questionnaire that asks for its rule set.
 *
 * <p>Some questions apply by a threshold that a clinic may move, a period before today or a count.
 * A condition of a form cannot say that, and must not say it twice: such a question has a hidden
 * item named after it, {@value #APPLIES}, that holds the rule set's own word.
 */
public final class ScreeningResponse {
  /** Ends the link id of the hidden item that says whether a question applies. */
  public static final String APPLIES = ".applies";

  private static final String NONE_OF_THESE = "NONE";

  private final Questionnaire questionnaire;
  private final RuleSet rules;

  /** A questionnaire and the rule set whose questions it asks. */
  public ScreeningResponse(Questionnaire questionnaire, RuleSet rules) {
    this.questionnaire = questionnaire;
    this.rules = rules;
  }

  /** These answers and facts, with every hidden item filled that they decide. */
  public Response of(Answers known) {
    List<String> applying =
        rules.enabledQuestions(known).stream().map(question -> question.linkId()).toList();
    Response response = Response.none();
    for (Item item : questionnaire.all()) {
      Value[] values =
          question(item)
              .map(named -> new Value[] {new Truth(applying.contains(named))})
              .orElseGet(() -> values(item, known.find(item.linkId())));
      response = response.with(item.linkId(), values);
    }
    return response;
  }

  /** The question that a hidden item says it of, if it is such an item. */
  private Optional<String> question(Item item) {
    String linkId = item.linkId();
    return item.isHidden() && linkId.endsWith(APPLIES)
        ? rules
            .question(linkId.substring(0, linkId.length() - APPLIES.length()))
            .map(question -> question.linkId())
        : Optional.empty();
  }

  private static Value[] values(Item item, Optional<Answer> answer) {
    return answer.map(known -> values(item, known)).orElseGet(() -> new Value[0]);
  }

  private static Value[] values(Item item, Answer answer) {
    if (answer instanceof YesNo said) {
      boolean offered = item.option(said.name()).isPresent();
      return new Value[] {offered ? new Coded(said.name()) : NotSure.NOT_SURE};
    }
    if (answer instanceof Answer.Amount amount) {
      return new Value[] {new Amount(amount.value())};
    }
    if (answer instanceof OnDate on) {
      return new Value[] {new Day(on.date())};
    }
    if (answer instanceof Choice choice) {
      return new Value[] {new Coded(choice.code())};
    }
    if (answer instanceof Choices choices) {
      return choices.codes().isEmpty()
          ? new Value[] {new Coded(NONE_OF_THESE)}
          : new TreeSet<>(choices.codes()).stream().map(Coded::new).toArray(Value[]::new);
    }
    return new Value[0];
  }
}

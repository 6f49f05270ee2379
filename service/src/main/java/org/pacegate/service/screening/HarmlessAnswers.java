package org.pacegate.service.screening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.screening.Answer;
import org.pacegate.domain.screening.Answer.Choice;
import org.pacegate.domain.screening.Answer.Choices;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Criterion;
import org.pacegate.domain.screening.Criterion.ChoiceIs;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.Rule;
import org.pacegate.domain.screening.RuleSet;

/**
 * Answers what a patient without further complaints would: no, none of these, and of choices the
 * first that no rule asks for. Dates and amounts have no such answer and stay open.
 */
final class HarmlessAnswers {
  private final RuleSet rules;

  HarmlessAnswers(RuleSet rules) {
    this.rules = rules;
  }

  /** The answers and a harmless one to every open question except those to leave open. */
  Answers add(Answers given, Set<String> leaveOpen) {
    Answers all = given;
    for (int round = 0; round < rules.questions().size(); round++) {
      Answers before = all;
      for (Question question : rules.openQuestions(before)) {
        Optional<Answer> harmless =
            leaveOpen.contains(question.linkId()) ? Optional.empty() : harmless(question);
        if (harmless.isPresent()) {
          all = all.with(question.linkId(), harmless.get());
        }
      }
      if (all.equals(before)) {
        return all;
      }
    }
    return all;
  }

  private Optional<Answer> harmless(Question question) {
    return switch (question.kind()) {
      case YES_NO -> Optional.of(YesNo.NO);
      case CHOICES -> Optional.of(new Choices(Set.of()));
      case CHOICE ->
          question.choices().stream()
              .filter(code -> !askedFor(question.linkId()).contains(code))
              .findFirst()
              .map(Choice::new);
      case AMOUNT, DATE -> Optional.empty();
    };
  }

  private Set<String> askedFor(String linkId) {
    Set<String> codes = new HashSet<>();
    List<Criterion> open = new ArrayList<>(rules.rules().stream().map(Rule::criterion).toList());
    while (!open.isEmpty()) {
      Criterion criterion = open.remove(open.size() - 1);
      open.addAll(criterion.parts());
      if (criterion instanceof ChoiceIs choice && choice.linkId().equals(linkId)) {
        codes.addAll(choice.codes());
      }
    }
    return codes;
  }
}

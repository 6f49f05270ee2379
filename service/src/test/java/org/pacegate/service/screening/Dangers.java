package org.pacegate.service.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.pacegate.domain.screening.Answer;
import org.pacegate.domain.screening.Answer.Choice;
import org.pacegate.domain.screening.Answer.Choices;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Criterion;
import org.pacegate.domain.screening.Criterion.AnsweredYes;
import org.pacegate.domain.screening.Criterion.ChoiceIs;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;

/**
 * The answers of a rule set that are dangers: every question and code that any rule asks for,
 * except the few that reassure by their very words. A new one has to be named here.
 */
final class Dangers {
  /** "It has stayed the same for weeks" and "the leg is getting better". */
  private static final Set<String> REASSURING = Set.of("CES-T-STABLE", "RAD-1-BETTER");

  private final RuleSet rules;
  private final Set<String> yesNo = new TreeSet<>();
  private final Map<String, Set<String>> codes = new HashMap<>();

  Dangers(RuleSet rules) {
    this.rules = rules;
    rules.rules().forEach(rule -> look(rule.criterion()));
    yesNo.removeAll(REASSURING);
  }

  private void look(Criterion criterion) {
    if (criterion instanceof AnsweredYes yes) {
      yesNo.add(yes.linkId());
    } else if (criterion instanceof ChoiceIs choice) {
      codes.computeIfAbsent(choice.linkId(), any -> new TreeSet<>()).addAll(choice.codes());
    }
    criterion.parts().forEach(this::look);
  }

  Set<String> yesNo() {
    return yesNo;
  }

  /** One danger more for each question that was answered without it. */
  List<Tuple2<String, Answer>> notYetIn(Answers given) {
    List<Tuple2<String, Answer>> more = new ArrayList<>();
    for (Question question : rules.questions()) {
      String linkId = question.linkId();
      given.find(linkId).ifPresent(answer -> more.addAll(worse(question, answer)));
    }
    return more;
  }

  private List<Tuple2<String, Answer>> worse(Question question, Answer now) {
    String linkId = question.linkId();
    List<Tuple2<String, Answer>> worse = new ArrayList<>();
    if (now == YesNo.NO && yesNo.contains(linkId)) {
      worse.add(Tuple.of(linkId, YesNo.YES));
    }
    if (now instanceof Choice choice
        && codes.containsKey(linkId)
        && !question.calculated()
        && !codes.get(linkId).contains(choice.code())) {
      codes.get(linkId).forEach(code -> worse.add(Tuple.of(linkId, new Choice(code))));
    }
    if (now instanceof Choices choices) {
      for (String code : question.choices()) {
        Set<String> more = new HashSet<>(choices.codes());
        if (more.add(code)) {
          worse.add(Tuple.of(linkId, new Choices(more)));
        }
      }
    }
    return worse;
  }
}

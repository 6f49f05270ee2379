package org.pacegate.web.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
import org.pacegate.domain.screening.Threshold;
import org.pacegate.web.shared.Translations;

/** A criterion in plain words, made from the criterion itself, so that they cannot drift apart. */
@Named
@RequestScoped
public class CriterionWords {

  private static final String FEATURE = "screening";

  @Inject private Translations words;
  @Inject private AnswerWords answers;

  /** The criterion line by line, what it is made of below it. */
  public List<CriterionLine> of(Criterion criterion) {
    List<CriterionLine> lines = new ArrayList<>();
    add(lines, 0, criterion);
    return lines;
  }

  /** What can be said in one line is, also its contrary. */
  private void add(List<CriterionLine> lines, int depth, Criterion criterion) {
    if (criterion instanceof Not negated && negated.part().parts().isEmpty()) {
      lines.add(new CriterionLine(depth, line(negated.part(), ".not")));
      return;
    }
    lines.add(new CriterionLine(depth, line(criterion, "")));
    criterion.parts().forEach(part -> add(lines, depth + 1, part));
  }

  private String line(Criterion criterion, String not) {
    if (criterion instanceof AnsweredYes yes) {
      return say("criterion.yes" + not, question(yes.linkId()));
    }
    if (criterion instanceof AmountIs amount) {
      return say(
          "criterion.amount." + amount.comparison() + not,
          question(amount.linkId()),
          amount.limit().value().toPlainString() + marked(amount.limit()));
    }
    if (criterion instanceof ChoiceIs choice) {
      return say("criterion.choice" + not, question(choice.linkId()), codes(choice));
    }
    if (criterion instanceof ChosenAtLeast chosen) {
      return say(
          "criterion.chosen" + not,
          question(chosen.linkId()),
          chosen.count().value() + marked(chosen.count()));
    }
    if (criterion instanceof LongerAgoThan ago) {
      return say(
          "criterion.ago" + not,
          question(ago.linkId()),
          period(ago.period().value()) + marked(ago.period()));
    }
    return heading(criterion);
  }

  private String heading(Criterion criterion) {
    if (criterion instanceof AllOf) {
      return say("criterion.all");
    }
    if (criterion instanceof AnyOf) {
      return say("criterion.any");
    }
    if (criterion instanceof AtLeastNOf some) {
      return say("criterion.atLeast", some.n().value() + marked(some.n()), some.parts().size());
    }
    if (criterion instanceof CountBetween between) {
      return between.min() == between.max()
          ? say("criterion.exactly", between.min(), between.parts().size())
          : say("criterion.between", between.min(), between.max(), between.parts().size());
    }
    return say("criterion.not");
  }

  /** A threshold that follows a parameter says so. */
  private String marked(Threshold<?> threshold) {
    return threshold.parameter().isPresent() ? " " + say("criterion.parameter") : "";
  }

  private String codes(ChoiceIs choice) {
    return choice.codes().stream()
        .sorted()
        .map(code -> answers.of(choice.linkId(), code))
        .collect(Collectors.joining(" / "));
  }

  private String question(String linkId) {
    return "“" + answers.question(linkId) + "” (" + linkId + ")";
  }

  /** A stretch of the calendar in its own unit. */
  private String period(Period period) {
    if (period.getYears() > 0) {
      return amount("YEARS", period.getYears());
    }
    return period.getMonths() > 0
        ? amount("MONTHS", period.getMonths())
        : amount("DAYS", period.getDays());
  }

  /** A number with its unit in words. */
  public String amount(String unit, int value) {
    return say("unit." + unit, value);
  }

  private String say(String key, Object... facts) {
    return words.say(FEATURE, key, facts);
  }
}

package org.pacegate.service.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.pacegate.domain.screening.Answer;
import org.pacegate.domain.screening.Answer.Amount;
import org.pacegate.domain.screening.Answer.Choice;
import org.pacegate.domain.screening.Answer.Choices;
import org.pacegate.domain.screening.Answer.OnDate;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Fact;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;

/** Random answers to every question of a rule set, from a patient without danger to one full. */
final class RandomPatient {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
  private static final List<Integer> PERCENT = List.of(0, 1, 2, 5, 12);
  private static final int OLDEST = 120;
  private static final int DAYS_BACK = 1200;

  private final Random random;
  private final int percent;

  RandomPatient(Random random) {
    this.random = random;
    this.percent = PERCENT.get(random.nextInt(PERCENT.size()));
  }

  Answers answers(RuleSet rules) {
    Map<String, Answer> answers = new HashMap<>();
    for (Question question : rules.questions()) {
      if (question.linkId().equals(Fact.TODAY)) {
        answers.put(Fact.TODAY, new OnDate(TODAY));
      } else if (!question.linkId().equals(Fact.BIRTH_DATE) && !seldom()) {
        answers.put(question.linkId(), seldom() ? YesNo.UNSURE : answer(question));
      }
    }
    return Answers.of(answers);
  }

  private Answer answer(Question question) {
    return switch (question.kind()) {
      case YES_NO -> often() ? YesNo.YES : YesNo.NO;
      case AMOUNT -> Amount.of(amount(question));
      case DATE -> new OnDate(TODAY.minusDays(random.nextInt(DAYS_BACK)));
      case CHOICE -> new Choice(choice(question));
      case CHOICES -> new Choices(choices(question));
    };
  }

  /** Mostly grown runners, now and then a child or somebody old. */
  private int amount(Question question) {
    if (question.max().map(BigDecimal::intValue).orElseThrow() != OLDEST) {
      return between(2000, TODAY.getYear());
    }
    return random.nextInt(5) > 0 ? between(17, 64) : between(8, 90);
  }

  /** The record's choices are all alike; of the others the first is the usual one. */
  private String choice(Question question) {
    boolean any = question.calculated() || often() || often();
    return question.choices().get(any ? random.nextInt(question.choices().size()) : 0);
  }

  private Set<String> choices(Question question) {
    Set<String> ticked = new HashSet<>(question.choices());
    ticked.removeIf(code -> !often());
    return ticked;
  }

  private int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  private boolean often() {
    return random.nextInt(100) < percent;
  }

  private boolean seldom() {
    return random.nextInt(200) < percent;
  }
}
